// Curves as one SVG picture, which needs nothing beside itself.

// Colours that people with any colour vision tell apart, and dashes for paper without colours.
// Source: M. Okabe and K. Ito, Color Universal Design (2008).
export const STROKES = [
	['#009e73', '2 4'],
	['#d55e00', '9 4'],
	['#0072b2', ''],
];

// Of the picture, and of the plot within it, in pixels.
export const WIDTH = 860;
export const HEIGHT = 520;
const PLOT = { left: 76, right: 836, top: 84, bottom: 420 };

/** At most so many intervals between the numbers at an axis. */
const INTERVALS = 10;

/** Text that may stand in a picture. */
export const escaped = (text) =>
	text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A place in a picture, to a hundredth of a pixel. */
export const pixel = (place) => place.toFixed(2).replace(/\.?0+$/, '');

/** Round numbers along an axis from its least to its greatest, and how they are written. */
export const ticks = ([from, to]) => {
	const power = 10 ** Math.floor(Math.log10((to - from) / INTERVALS));
	const step = [1, 2, 5, 10]
		.map((multiple) => multiple * power)
		.find((each) => (to - from) / each <= INTERVALS + 1e-9);
	const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
	const numbers = [];
	for (let count = Math.ceil(from / step - 1e-9); count * step <= to + step * 1e-9; count++) {
		numbers.push([count * step, (count * step).toFixed(decimals)]);
	}
	return numbers;
};

/**
 * A picture of some curves with axes and a legend.
 *
 * @param {{
 *   title: string, subtitle: string, source: string,
 *   across: {name: string, range: [number, number]}, up: {name: string, range: [number, number]},
 *   mark?: {x: number, name: string},
 *   curves: {name: string, note: string, points: [number, number][]}[],
 * }} picture
 */
export const draw = ({ title, subtitle, source, across, up, mark, curves }) => {
	const { left, right, top, bottom } = PLOT;
	const [leftmost, rightmost] = across.range;
	const [lowest, highest] = up.range;
	const x = (number) => pixel(left + ((number - leftmost) / (rightmost - leftmost)) * (right - left));
	const y = (number) => pixel(bottom - ((number - lowest) / (highest - lowest)) * (bottom - top));
	const [columns, rows] = [ticks(across.range), ticks(up.range)];
	const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];

	const grid = [
		...columns.map(([at]) => `<line x1="${x(at)}" y1="${top}" x2="${x(at)}" y2="${bottom}"/>`),
		...rows.map(([at]) => `<line x1="${left}" y1="${y(at)}" x2="${right}" y2="${y(at)}"/>`),
	];
	const small = columns.map(
		([at]) => `<line x1="${x(at)}" y1="${bottom}" x2="${x(at)}" y2="${bottom + 5}"/>`,
	);
	small.push(
		...rows.map(([at]) => `<line x1="${left - 5}" y1="${y(at)}" x2="${left}" y2="${y(at)}"/>`),
	);
	const numbers = [
		...columns.map(
			([at, text]) =>
				`<text x="${x(at)}" y="${bottom + 20}" text-anchor="middle">${text}</text>`,
		),
		...rows.map(
			([at, text]) =>
				`<text x="${left - 9}" y="${y(at)}" dy="0.35em" text-anchor="end">${text}</text>`,
		),
	];
	const lines = curves.map(({ name, points }, place) => {
		const [colour, dash] = STROKES[place % STROKES.length];
		const drawn = points.map(([at, height]) => `${x(at)},${y(height)}`).join(' ');
		return `<polyline points="${drawn}" stroke="${colour}" stroke-dasharray="${dash || 'none'}"><title>${escaped(name)}</title></polyline>`;
	});
	const legend = curves.flatMap(({ name, note }, place) => {
		const [colour, dash] = STROKES[place % STROKES.length];
		const [start, height] = [right - 236, top + 24 + 22 * place];
		return [
			`<line x1="${start}" y1="${height}" x2="${start + 40}" y2="${height}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash || 'none'}"/>`,
			`<text x="${start + 50}" y="${height}" dy="0.35em">${escaped(name)}<tspan fill="#555555" dx="10">${escaped(note)}</tspan></text>`,
		];
	});
	const marked = mark
		? [
				`<line x1="${x(mark.x)}" y1="${top}" x2="${x(mark.x)}" y2="${bottom}" stroke="#888888"/>`,
				`<text x="${x(mark.x)}" y="${top - 6}" text-anchor="middle" font-size="12" fill="#555555">${escaped(mark.name)}</text>`,
			]
		: [];

	return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Helvetica, Arial, sans-serif" font-size="13" fill="#222222" role="img">
<title>${escaped(title)}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<text x="${left}" y="30" font-size="18">${escaped(title)}</text>
<text x="${left}" y="52" fill="#555555">${escaped(subtitle)}</text>
<g stroke="#e6e6e6">
${grid.join('\n')}
</g>
${marked.join('\n')}
<path d="M${left} ${top}V${bottom}H${right}" fill="none" stroke="#222222"/>
<g stroke="#222222">
${small.join('\n')}
</g>
${numbers.join('\n')}
<text x="${middle}" y="${bottom + 48}" text-anchor="middle">${escaped(across.name)}</text>
<text transform="translate(24 ${centre}) rotate(-90)" text-anchor="middle">${escaped(up.name)}</text>
<g fill="none" stroke-width="2" stroke-linejoin="round">
${lines.join('\n')}
</g>
<g>
<rect x="${right - 248}" y="${top + 8}" width="244" height="${10 + 22 * curves.length}" fill="#ffffff" fill-opacity="0.85"/>
${legend.join('\n')}
</g>
<text x="${left}" y="${HEIGHT - 16}" font-size="11" fill="#555555">${escaped(source)}</text>
</svg>
`;
};
