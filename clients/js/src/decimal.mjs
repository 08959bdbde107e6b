// Decimal numbers as integers, so that no digit is lost on the way.

/** The integer that `text` stands for with so many decimals; fails when digits would be lost. */
export const mantissa = (text, decimals) => {
	const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
	if (whole === undefined) throw new Error(`not a decimal number: ${text}`);
	const kept = part.slice(0, decimals).padEnd(decimals, '0');
	if (/[1-9]/.test(part.slice(decimals))) {
		throw new Error(`${text} has more than ${decimals} decimals`);
	}
	return BigInt(`${sign}${whole}${kept}`);
};

/** `numerator / denominator` of positive integers, rounded to the nearest, half up. */
export const quotient = (numerator, denominator) =>
	(2n * numerator + denominator) / (2n * denominator);

/** An integer that is not negative and has so many decimals, written with `shown` of them. */
export const fixed = (number, decimals, shown) => {
	const digits = (
		shown < decimals
			? quotient(number, 10n ** BigInt(decimals - shown))
			: number * 10n ** BigInt(shown - decimals)
	)
		.toString()
		.padStart(shown + 1, '0');
	const point = digits.length - shown;
	return shown === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
};
