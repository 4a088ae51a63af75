/// How a page looks: on a phone, on a desk, on paper.
enum PageStyle {
  static let css = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #fff; color: \(ChartColour.ink); line-height: 1.6; font-size: 1rem;
      font-family: \(SVGText.fonts); overflow-wrap: anywhere; }
    header, main, footer, nav { max-width: 66rem; margin: 0 auto; padding: 0 1rem; }
    header { padding-top: 1.5rem; border-top: 6px solid \(ChartColour.blue.fill); }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .4rem; }
    h2 { font-size: 1.3rem; margin: 2.6rem 0 .6rem; padding-top: .5rem; border-top: 2px solid \(ChartColour.ink); }
    h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
    p { margin: .4rem 0; max-width: 46rem; }
    .caution { border-left: 5px solid \(ChartColour.vermilion.fill); padding: .3rem .9rem; background: #fdf3ec; }
    .lead { font-size: 1.2rem; }
    .quiet { color: \(ChartColour.grey); font-size: .92rem; }
    a { color: \(ChartColour.blue.text); }
    a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid \(ChartColour.vermilion.fill); }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; background: #fff; padding: .4rem .8rem; }
    nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: .8rem 0 0; }
    nav a { display: inline-block; padding: .2rem 0; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr)); gap: 1.2rem;
      align-items: start; }
    figure { margin: .8rem 0 0; max-width: 32rem; }
    figure svg { display: block; width: 100%; height: auto; border: 1px solid \(ChartColour.rule); }
    .wide { overflow-x: auto; margin: .8rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; }
    caption { text-align: left; font-weight: 700; padding: .3rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid \(ChartColour.rule);
      overflow-wrap: break-word; min-width: 4.5rem; }
    thead th { border-bottom: 2px solid \(ChartColour.ink); }
    th[scope=row] { font-weight: 400; min-width: 9rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    details { margin: .4rem 0; }
    details details { margin-left: 1rem; }
    summary { cursor: pointer; padding: .3rem 0; color: \(ChartColour.blue.text); }
    pre { background: #f4f4f4; padding: .8rem; overflow-x: auto; white-space: pre-wrap; font-size: .88rem; }
    ol.verdicts, ul.verdicts { padding-left: 1.3rem; }
    footer { padding-top: 1rem; padding-bottom: 2rem; margin-top: 2rem; border-top: 1px solid \(ChartColour.rule); }
    @media (min-width: 60rem) { body { font-size: 1.05rem; } }
    @page { size: A4; margin: 16mm 14mm; }
    @media print {
      body { font-size: 10pt; }
      header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
      nav, .skip { display: none; }
      h2 { break-after: avoid; margin-top: 1.4rem; }
      figure, tr, .caution { break-inside: avoid; }
      .figures { grid-template-columns: 1fr 1fr; }
      .wide { overflow: visible; }
      a { color: inherit; text-decoration: none; }
    }

    """
}
