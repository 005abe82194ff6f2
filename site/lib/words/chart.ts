// Charts drawn on the server as plain SVG: no script, no style attribute; the page's own CSS colours them by class.
export type Chart = {
  title: string;
  labels: string[];
  /** At most three; null leaves a gap. */
  series: { name: string; values: (number | null)[] }[];
  /** One above the other instead of side by side. */
  stacked?: boolean;
};

const width = 400;
const height = 270;
// Never seen: each stands for a class, so that colours come from the tokens.
const marks = ['#010101', '#020202', '#030303'];
const ink = '#040404';
const faint = '#050505';

/** An `<svg role="img">` with the title inside; `id` is unique on the page. */
export async function drawChart(
  id: string,
  { title, labels, series, stacked = false }: Chart,
): Promise<string> {
  const echarts = await drawing();
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  const text = { color: ink, fontSize: 14, fontFamily: 'inherit' };
  const format = new Intl.NumberFormat('vi-VN');
  chart.setOption({
    animation: false,
    color: marks,
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 14, selectedMode: false, textStyle: text },
    grid: {
      left: 4,
      right: 8,
      top: legendLines(series) * 22 + 20,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink } },
      axisLabel: { ...text, interval: 0 },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: faint } },
      axisLabel: { ...text, formatter: (value: number) => format.format(value) },
    },
    series: series.map(({ name, values }) => ({
      type: 'bar',
      name,
      data: values,
      silent: true,
      barMaxWidth: 26,
      ...(stacked && { stack: 'all' }),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return dressed(svg, id, title);
}

/** The names of the series wrap: about forty letters fit on a line, a mark counting as four. */
function legendLines(series: Chart['series']): number {
  let [lines, used] = [1, 0];
  for (const { name } of series) {
    const taken = name.length + 5;
    if (used > 0 && used + taken > 40) [lines, used] = [lines + 1, 0];
    used += taken;
  }
  return lines;
}

let loaded: Promise<typeof import('echarts/core')> | undefined;
function drawing(): Promise<typeof import('echarts/core')> {
  loaded ??= (async () => {
    const [core, charts, components, renderers] = await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/renderers'),
    ]);
    core.use([charts.BarChart, components.GridComponent, components.LegendComponent, renderers.SVGRenderer]);
    return core;
  })();
  return loaded;
}

const classes: [RegExp, string][] = [
  ...marks.map((mark, index): [RegExp, string] => [
    new RegExp(` fill="${mark}"`, 'g'),
    ` class="part-${index + 1}"`,
  ]),
  [new RegExp(` fill="${ink}"`, 'g'), ' class="ink"'],
  [new RegExp(` stroke="${ink}"`, 'g'), ' class="axis"'],
  [new RegExp(` stroke="${faint}"`, 'g'), ' class="grid"'],
];

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Style sheets, style attributes and what serves scripts only go out; title and role come in. */
function dressed(svg: string, id: string, title: string): string {
  const bare = svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ style="[^"]*"/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replaceAll(/zr\d+-/g, `${id}-`)
    .replace(/\n/g, '');
  const coloured = classes.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), bare);
  return coloured.replace(
    /<svg[^>]*>/,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title"><title id="${id}-title">${escaped(title)}</title>`,
  );
}
