import { flowChartCss } from '#ui/chart/flow-chart.css.ts'

export const guideCss = `${flowChartCss}
.guide-glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr)); margin: var(--space-4) 0; max-width: 46rem; background: var(--sheet); border: 1px solid var(--line); border-top: 0.25rem solid var(--primary); border-radius: var(--radius); }
.guide-glance > div { padding: var(--space-3) var(--space-4); }
.guide-glance dt { color: var(--muted); font-size: var(--size-small); }
.guide-glance dd { font-size: var(--size-large); font-weight: 700; }
.guide-contents { margin-top: var(--space-4); display: flex; flex-wrap: wrap; gap: 0 var(--space-4); }
.guide-contents a { display: inline-flex; align-items: center; min-height: var(--target); }
.guide-answers { margin-top: var(--space-5); border-top: 2px solid var(--ink); }
.guide-answer { padding: var(--space-5) 0; border-bottom: 1px solid var(--line); }
.guide-answer > h2 { margin-bottom: var(--space-3); }
.guide-big { font-size: var(--size-large); font-weight: 700; }
.guide-section { margin-top: var(--space-7); }
.guide-section > h2 { margin-bottom: var(--space-3); }
.guide-law { white-space: pre-line; }
.guide-special { margin-top: var(--space-3); padding-left: 1.4em; list-style: disc; }
.guide-address { display: none; }
.guide-faq > div + div { margin-top: var(--space-4); }
.guide-faq dt { font-weight: 600; }
.guide-answer h2, .guide-section h2, .guide-part { scroll-margin-top: var(--space-4); }
.undertaking { display: grid; gap: var(--space-4); max-width: 46rem; padding: 0; list-style: none; counter-reset: undertaking; }
.undertaking > li { counter-increment: undertaking; }
.undertaking > li > strong::before { content: counter(undertaking) '. '; }
.undertaking-ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: var(--space-3); margin: var(--space-2) 0; padding: 0; list-style: none; }
.undertaking-ways > li { display: grid; align-content: start; gap: var(--space-1); padding: var(--space-2) var(--space-4) var(--space-3); background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); }
.undertaking-ways > li > a, .undertaking-ways > li > strong { display: inline-flex; align-items: center; min-height: var(--target); font-weight: 700; }
.undertaking-only { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-3); }
.undertaking-only a, .undertaking-only strong { display: inline-flex; align-items: center; min-height: var(--target); font-weight: 700; }
ul.undertaking-when { padding-left: 1.2em; list-style: disc; }
.guide-begin { display: flex; flex-wrap: wrap; gap: var(--space-3); align-items: center; }
.guide-begin .button-row { margin: 0; }
.material-cards { display: grid; gap: var(--space-3); max-width: 46rem; padding: 0; list-style: none; counter-reset: material; }
.material-card { display: grid; align-content: start; padding: var(--space-3) var(--space-4) 0; background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); }
ol.material-cards .material-card { counter-increment: material; }
ol.material-cards .material-card > strong::before { content: counter(material) '. '; }
.guide-part .data-table td:first-child strong { white-space: nowrap; }
.guide-files { display: flex; flex-wrap: wrap; gap: 0 var(--space-5); }
.guide-files a { display: inline-flex; align-items: center; min-height: var(--target); }
.material-facts { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); }
.material-card .disclosure { border-bottom: 0; }
.material-card .disclosure > summary { min-height: var(--target); padding-block: var(--space-2); font-weight: 400; }
.material-card .disclosure-content { padding: 0 0 var(--space-3) 1.2rem; }
.material-when { display: block; color: var(--amber); font-weight: 400; }
@media (max-width: 26rem) { .guide-glance > div { padding-inline: var(--space-3) 0; } }
@media (max-width: 47.99rem) {
  /* One thumb reaches it wherever the page has been scrolled to. */
  .guide-apply { position: fixed; inset: auto 0 0 0; z-index: 1; padding: var(--space-2) var(--space-4); background: var(--paper); border-top: 1px solid var(--line); }
  .guide-apply .button { width: 100%; }
  html:has(.guide-apply) { scroll-padding-bottom: 6rem; }
  body:has(.guide-apply) .site-footer { padding-bottom: 4.5rem; }
}
/* A window zoomed to four times is too low to give a strip of it away. */
@media (max-width: 47.99rem) and (max-height: 24rem) {
  .guide-apply { position: static; padding: 0; border: 0; }
  body:has(.guide-apply) .site-footer { padding-bottom: 0; }
}
@media (min-width: 60rem) {
  .guide-answer { display: grid; grid-template-columns: 12rem 1fr; gap: var(--space-5); }
  .material-cards { grid-template-columns: 1fr 1fr; max-width: none; }
}
/* The sheet is for the way to a window: the steps in words say what the chart draws, and it would take a page of its own. */
@media print {
  .guide-answer, .guide-section, .case-section { break-inside: auto; }
  .guide-answers, .guide-section { margin-top: var(--space-4); }
  .guide-answer { padding: var(--space-3) 0; }
  .guide-answer > h2, .guide-section > h2 { margin-bottom: var(--space-2); }
  .guide-glance { margin: var(--space-2) 0; }
  .guide-glance > div { padding: var(--space-1) var(--space-3); }
  .guide-chart, .guide-begin { display: none; }
  .guide-bases > .disclosure:not([open]), .guide-bases > .disclosure:not([open]) > summary { display: inline; padding: 0; font-weight: 400; }
  .guide-bases > .disclosure:not([open]):not(:last-child) > summary::after { content: '；'; }
  .guide-address { display: flex; align-items: center; gap: var(--space-4); margin-top: var(--space-4); break-inside: avoid; }
  .guide-address .qr-picture { flex: none; width: 24mm; margin: 0; }
  .guide-url { overflow-wrap: anywhere; }
  .guide-part.stack > * + *, .guide-section > .stack > * + *, .guide-answer > .stack > * + * { margin-top: var(--space-2); }
  .guide-part > .disclosure > summary { padding-block: 0; font-weight: 400; }
  .guide-faq > div + div { margin-top: var(--space-2); }
  .guide-part .data-table th, .guide-part .data-table td { padding-block: var(--space-1); }
  .material-cards { display: block; }
  .material-cards, .guide-answer p, .guide-section p, .guide-part p { max-width: none; }
  .material-card { display: block; padding: var(--space-1) 0; border-width: 0 0 1px; border-radius: 0; }
  .guide-section .stays-folded > summary { padding-block: 0; }
  .material-card .material-when, .material-card .material-facts { display: inline; margin-left: var(--space-3); }
  .material-facts > span + span { margin-left: var(--space-3); }
  .material-card .disclosure > summary { display: none; }
  .material-card .disclosure-content { padding: 0; }
  .place-list { columns: 2; column-gap: var(--space-5); }
}
`
