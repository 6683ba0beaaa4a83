/**
 * The page. The brief comes in as JSON and is set as data: no text of a dossier is ever read as mark-up.
 * (In Typst a string in code is text, whatever stands in it.)
 */
export const pdfTemplate = `
#let d = json(bytes(sys.inputs.brief))
#let ink = rgb(d.colours.ink)
#let muted = rgb(d.colours.muted)
#let faint = rgb(d.colours.faint)
#let accent = rgb(d.colours.accent)
#let serif = "Libertinus Serif"
#let sans = "Source Sans 3"

#set document(title: d.title, description: d.description, keywords: d.keywords, date: none)
#set page(
  paper: "a4",
  margin: (x: 21mm, top: 22mm, bottom: 20mm),
  header: context if counter(page).get().first() > 1 {
    set text(font: sans, size: 7.6pt, fill: muted)
    grid(columns: (1fr, auto), d.title, [#d.running])
    v(-5pt)
    line(length: 100%, stroke: .4pt + faint)
  },
  footer: context {
    set text(font: sans, size: 7.6pt, fill: muted)
    align(center, counter(page).display())
  },
)
#set text(font: serif, size: 10.2pt, fill: ink, lang: "en", region: "GB", number-type: "lining")
#set par(justify: true, leading: .64em, spacing: .95em, linebreaks: "optimized")
#show "ⱼ": sub[j]
#show link: set text(fill: accent)
#show title: set par(justify: false, leading: .34em)
#show title: set text(font: serif, size: 27pt, weight: 600, hyphenate: false)
#show title: set block(above: 0pt, below: 9pt)
#show heading: set text(font: serif, weight: 600, fill: ink)
#show heading.where(level: 1): it => block(above: 17pt, below: 9pt, sticky: true, width: 100%, {
  line(length: 100%, stroke: .8pt + accent)
  v(1pt)
  text(size: 16pt, it.body)
})
#show heading.where(level: 2): it => block(above: 10pt, below: 5pt, sticky: true, text(font: sans, size: 8.2pt, weight: 600, fill: accent, tracking: .06em, upper(it.body)))
#set footnote.entry(separator: line(length: 22%, stroke: .4pt + faint), gap: .38em, clearance: .7em)
#show footnote.entry: set text(font: sans, size: 6.9pt, fill: muted)
#show footnote.entry: set par(justify: false, leading: .46em, linebreaks: "simple")
#show footnote: set text(fill: accent)

#let runs(list) = for run in list {
  let body = if run.at("style", default: none) == "italic" { emph(run.text) } else if run.at("style", default: none) == "bold" { strong(run.text) } else if run.at("style", default: none) == "code" { text(font: sans, fill: ink, run.text) } else { run.text }
  if "href" in run { link(run.href, body) } else { body }
}
#let sentence(s) = {
  s.text
  if "note" in s { footnote(runs(s.note)) }
}
#let sentences(list) = list.map(sentence).join(" ")

#let cell(c) = {
  set text(weight: 600) if c.at("strong", default: false)
  set text(fill: muted) if c.at("muted", default: false)
  set text(size: 6.7pt) if c.at("code", default: false)
  if "swatch" in c { box(baseline: -.6pt, circle(radius: 2pt, fill: rgb(c.swatch))) + h(2.6pt) }
  c.text
}
#let caption(s, width: 100%) = block(width: width, above: 11pt, below: 5pt, sticky: true, {
  set text(font: sans, size: 8pt, fill: ink)
  set par(justify: false, leading: .5em)
  sentence(s)
})
#let data-table(t, size: 8.2pt, air: 2.7pt) = {
  caption(t.caption)
  set text(font: sans, size: size, number-width: "tabular")
  set par(justify: false, leading: .45em, linebreaks: "simple")
  set text(hyphenate: false)
  block(width: 100%, above: 0pt, below: 12pt, breakable: t.rows.len() > 8, table(
    columns: t.columns.map(c => c.width * 1fr),
    align: t.columns.map(c => if c.at("align", default: "left") == "right" { right + top } else { left + top }),
    inset: (x: 3pt, y: air),
    stroke: (_, y) => (bottom: .35pt + faint),
    table.header(..t.columns.map(c => table.cell(stroke: (top: .9pt + ink, bottom: .5pt + ink), text(size: 7.2pt, weight: 600, fill: muted, c.title)))),
    ..t.rows.flatten().map(cell),
  ))
}
#let picture(f, width: 100%) = image(bytes(f.svg), format: "svg", width: width, alt: f.alt)

#let render(b) = {
  if b.kind == "paragraph" { par(sentences(b.sentences)) }
  else if b.kind == "subheading" { heading(level: 2, outlined: false, b.text) }
  else if b.kind == "list" {
    set par(justify: false)
    block(above: 4pt, below: 12pt, {
      set text(size: 9.6pt)
      grid(columns: (31mm, 1fr), column-gutter: 4mm, row-gutter: 5pt,
        ..b.items.map(i => (
          pad(top: 1.3pt, text(font: sans, size: 8pt, fill: muted, hyphenate: false, i.label)),
          sentence(i.text),
        )).flatten())
    })
  }
  else if b.kind == "formulas" {
    set par(justify: false)
    grid(columns: (5mm, 34mm, 1fr), column-gutter: 2mm, row-gutter: 6pt,
      ..b.items.map(f => (
        text(font: sans, size: 8pt, fill: muted, str(f.number)),
        text(font: sans, size: 8.2pt, weight: 600, f.title),
        { f.formula; text(font: sans, size: 8pt, fill: muted, "  " + f.words) },
      )).flatten())
  }
  else if b.kind == "table" { data-table(b) }
  else if b.kind == "figure" { block(above: 6pt, below: 4pt, breakable: false, align(center, picture(b, width: if b.ratio > 2 { 100% } else { 60% }))) }
  else if b.kind == "beside" {
    block(breakable: false, width: 100%, above: 6pt, below: 8pt, grid(
      columns: (80mm, 1fr), column-gutter: 4mm,
      {
        v(4pt)
        picture(b.figure)
        if b.figure.caption != "" { text(font: sans, size: 7.4pt, fill: muted, b.figure.caption) }
      },
      data-table(b.table, size: 7.9pt, air: 4pt),
    ))
  }
  else if b.kind == "strip" {
    caption(b.caption)
    block(breakable: false, width: 100%, above: 2pt, below: 4pt, grid(
      columns: b.figures.map(_ => 1fr), column-gutter: 3mm, row-gutter: 3pt,
      ..b.figures.map(f => picture(f)),
      ..b.figures.map(f => align(center, text(font: sans, size: 7.8pt, weight: 600, f.caption))),
    ))
  }
}
#let section(s, level) = {
  heading(level: level, s.title)
  if s.at("subtitle", default: none) != none and level == 1 {
    block(above: 0pt, below: 9pt, sticky: true, text(style: "italic", fill: muted, s.subtitle))
  }
  for b in s.blocks { render(b) }
}

#block(width: 100%, above: 0pt, below: 0pt, {
  text(font: sans, size: 8.2pt, weight: 600, fill: accent, tracking: .14em, upper(d.kicker))
  v(9pt, weak: true)
  title()
  text(size: 12.5pt, style: "italic", fill: muted, d.subtitle)
  v(9pt, weak: true)
  text(font: sans, size: 8.2pt, fill: muted, par(justify: false, d.basis))
})
#for b in d.hero { render(b) }
#for s in d.sections { section(s, 1) }
#if d.bibliography.len() > 0 {
  heading(level: 1, "Sources")
  set text(size: 9.2pt)
  set par(hanging-indent: 5mm, justify: false, spacing: .7em, leading: .55em)
  for entry in d.bibliography { par(runs(entry)) }
}
#heading(level: 1, "Appendix")
#set text(size: 9.4pt)
#for s in d.appendix { section(s, 2) }
`;
