// How far needs are filled, and where goods go, each as one SVG picture like those of picture.mjs.

import { escaped, HEIGHT, pixel, STROKES, ticks, WIDTH } from './picture.mjs';

const [[GREEN], [ORANGE], [BLUE]] = STROKES;

/** Where the bars begin and end, and how high a row of two is, in pixels. */
const BARS = { left: 150, right: 800, top: 92, row: 64, bar: 20 };

/** What is drawn of the map, in pixels. */
const MAP = { left: 60, right: 800, top: 84, bottom: 460 };

/** The widest arrow, and the widest circle, in pixels. */
const [WIDEST, LARGEST] = [18, 26];

const page = (title, subtitle, source, height, drawn) => `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="13" fill="#222222" role="img">
<title>${escaped(title)}</title>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
<text x="60" y="30" font-size="18">${escaped(title)}</text>
<text x="60" y="52" fill="#555555">${escaped(subtitle)}</text>
${drawn.join('\n')}
<text x="60" y="${height - 16}" font-size="11" fill="#555555">${escaped(source)}</text>
</svg>
`;

/**
 * A picture of how far needs are filled, in percent, before and after: two bars for each row.
 *
 * @param {{
 *   title: string, subtitle: string, source: string,
 *   rows: {name: string, before: number, after: number}[],
 * }} picture
 */
export const drawFills = ({ title, subtitle, source, rows }) => {
	const { left, right, top, row, bar } = BARS;
	const bottom = top + rows.length * row;
	const x = (percent) => pixel(left + (percent / 100) * (right - left));
	const grid = ticks([0, 100]).flatMap(([at, text]) => [
		`<line x1="${x(at)}" y1="${top}" x2="${x(at)}" y2="${bottom}" stroke="#e6e6e6"/>`,
		`<text x="${x(at)}" y="${bottom + 20}" text-anchor="middle">${text} %</text>`,
	]);
	const length = (percent) => pixel((percent / 100) * (right - left));
	const bars = rows.flatMap(({ name, before, after }, place) => {
		const y = top + place * row + 10;
		const drawn = (height, percent, colour, what) => [
			`<rect x="${left}" y="${height}" width="${length(percent)}" height="${bar}" fill="${colour}"><title>${escaped(`${name}, ${what}`)}</title></rect>`,
			`<text x="${x(percent)}" y="${height + bar / 2}" dx="6" dy="0.35em">${percent.toFixed(0)} %</text>`,
		];
		return [
			`<text x="${left - 12}" y="${y + bar}" dy="0.35em" text-anchor="end">${escaped(name)}</text>`,
			...drawn(y, before, ORANGE, 'before'),
			...drawn(y + bar + 3, after, BLUE, 'after'),
		];
	});
	const legend = [
		['before', ORANGE],
		['after', BLUE],
	].flatMap(([name, colour], place) => [
		`<rect x="${right - 180 + 90 * place}" y="62" width="14" height="14" fill="${colour}"/>`,
		`<text x="${right - 160 + 90 * place}" y="69" dy="0.35em">${name}</text>`,
	]);
	const axis = `<line x1="${left}" y1="${top}" x2="${left}" y2="${bottom}" stroke="#222222"/>`;
	return page(title, subtitle, source, bottom + 64, [...grid, ...bars, axis, ...legend]);
};

/** Places in degrees become pixels: as many for a degree to the north as for as long a way to the east. */
const projection = (places) => {
	const bounds = (all) => [Math.min(...all), Math.max(...all)];
	const [south, north] = bounds(places.map(({ latitude }) => latitude));
	const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const [west, east] = bounds(places.map(({ longitude }) => longitude * squeeze));
	const { left, right, top, bottom } = MAP;
	const margin = LARGEST + 20;
	const scale = Math.min(
		(right - left - 2 * margin) / Math.max(east - west, 1),
		(bottom - top - 2 * margin) / Math.max(north - south, 1),
	);
	const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
	return ({ latitude, longitude }) => ({
		x: middle + (longitude * squeeze - (west + east) / 2) * scale,
		y: centre - (latitude - (south + north) / 2) * scale,
	});
};

/**
 * A picture of what goes from where to where, by arrows that are as wide as it is much. What stays where it is, is
 * the circle of its place.
 *
 * @param {{
 *   title: string, subtitle: string, source: string,
 *   places: {name: string, latitude: number, longitude: number}[],
 *   flows: {from: string, to: string, quantity: number, label: string}[],
 * }} picture
 */
export const drawFlows = ({ title, subtitle, source, places, flows }) => {
	const onMap = projection(places);
	const at = new Map(places.map((place) => [place.name, onMap(place)]));
	const most = Math.max(1, ...flows.map(({ quantity }) => quantity));
	const share = ({ quantity }) => Math.sqrt(quantity / most);

	const arrows = flows
		.filter(({ from, to }) => from !== to)
		.map((flow) => {
			const [from, to] = [at.get(flow.from), at.get(flow.to)];
			const [across, down] = [to.x - from.x, to.y - from.y];
			// Bent to one side, so that what comes back does not hide it.
			const bend = { x: (from.x + to.x) / 2 - down / 6, y: (from.y + to.y) / 2 + across / 6 };
			const way = Math.hypot(to.x - bend.x, to.y - bend.y) || 1;
			// It ends beside the circle of its place.
			const end = {
				x: to.x - ((to.x - bend.x) / way) * 14,
				y: to.y - ((to.y - bend.y) / way) * 14,
			};
			const middle = {
				x: from.x / 4 + bend.x / 2 + to.x / 4,
				y: from.y / 4 + bend.y / 2 + to.y / 4,
			};
			const width = pixel(1.5 + (WIDEST - 1.5) * share(flow));
			const line = [
				`M${pixel(from.x)} ${pixel(from.y)}`,
				`Q${pixel(bend.x)} ${pixel(bend.y)} ${pixel(end.x)} ${pixel(end.y)}`,
			].join('');
			const text = escaped(flow.label);
			return [
				`<path d="${line}" fill="none" stroke="${BLUE}" stroke-opacity="0.55" stroke-width="${width}" marker-end="url(#arrow)"><title>${escaped(`${flow.from} to ${flow.to}`)}: ${text}</title></path>`,
				`<text x="${pixel(middle.x)}" y="${pixel(middle.y)}" dy="0.35em" text-anchor="middle" stroke="#ffffff" stroke-width="4" paint-order="stroke">${text}</text>`,
			];
		});
	const stays = flows
		.filter(({ from, to }) => from === to)
		.map((flow) => {
			const { x, y } = at.get(flow.from);
			const radius = pixel(6 + (LARGEST - 6) * share(flow));
			const text = escaped(flow.label);
			return [
				`<circle cx="${pixel(x)}" cy="${pixel(y)}" r="${radius}" fill="${GREEN}" fill-opacity="0.35"><title>${escaped(flow.from)}: ${text}</title></circle>`,
				`<text x="${pixel(x)}" y="${pixel(y + LARGEST)}" dy="1em" text-anchor="middle" fill="${GREEN}">${text}</text>`,
			];
		});
	const named = places.map((place) => {
		const { x, y } = at.get(place.name);
		return [
			`<circle cx="${pixel(x)}" cy="${pixel(y)}" r="5" fill="#222222"/>`,
			`<text x="${pixel(x)}" y="${pixel(y - 14)}" text-anchor="middle" font-weight="bold" stroke="#ffffff" stroke-width="4" paint-order="stroke">${escaped(place.name)}</text>`,
		];
	});
	const marker = `<defs><marker id="arrow" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="14" markerHeight="14" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" fill="${BLUE}"/></marker></defs>`;
	const frame = `<rect x="${MAP.left}" y="${MAP.top - 14}" width="${MAP.right - MAP.left}" height="${MAP.bottom - MAP.top + 24}" fill="#fafafa"/>`;
	const drawn = [marker, frame, ...stays.flat(), ...arrows.flat(), ...named.flat()];
	return page(title, subtitle, source, HEIGHT, drawn);
};
