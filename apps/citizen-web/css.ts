import { areasCss } from './pages/areas/areas.css.ts'
import { displayCss } from './pages/display/css.ts'

import { guideCss } from './pages/guide/guide.css.ts'
import { homeCss } from './pages/home/home.css.ts'

/** Layout of the citizens' pages; what a single component needs stands with the component. */
export const citizenCss = `${homeCss}${guideCss}${areasCss}
.search-again .search-box-small { max-width: 36rem; padding-bottom: var(--space-4); }
.item-list { border-top: 1px solid var(--line); max-width: 52rem; }
.item-list > li { padding: var(--space-4) 0; border-bottom: 1px solid var(--line); }
.item-list h2 { font-size: var(--size-large); }
.search-order { margin-bottom: var(--space-5); }
.search-order h2 { margin-bottom: var(--space-3); font-size: var(--size-large); }
.search-around { margin-top: var(--space-4); }
.search-around a { display: inline-flex; align-items: center; min-height: var(--target); margin-right: var(--space-3); }
.empty-state li a { display: inline-flex; align-items: center; min-height: var(--target); }
.search-not-here { margin-top: var(--space-5); }
.search-unsure { max-width: var(--text-width); margin-bottom: var(--space-4); font-weight: 600; }
.item-official, .item-because { color: var(--muted); font-size: var(--size-small); }
.item-facts { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); margin-top: var(--space-1); color: var(--muted); }
.item-list h2 a { display: inline-block; padding: var(--space-1) 0; }
.data-table td .muted { display: block; }
.place-list > li { display: grid; padding: var(--space-2) 0; }
.place-list > li + li { border-top: 1px dotted var(--line); }
.place-list a { display: inline-block; padding: 0.375rem 0; }
@media print { .place-list > li { padding: var(--space-1) 0; line-height: 1.4; } .place-list a { padding: 0; } }
.form-start { margin-top: var(--space-5); }
.start-papers { margin: var(--space-3) 0; max-width: 46rem; border-top: 1px solid var(--line); }
.start-papers li { padding: var(--space-2) 0; border-bottom: 1px solid var(--line); }
.apply-changes, .registered { margin-bottom: var(--space-5); }
.apply-leave { margin-top: var(--space-7); padding-top: var(--space-4); border-top: 1px solid var(--line); }
.apply-leave p a { display: inline-flex; align-items: center; min-height: var(--target); }
.kept-note { margin-top: var(--space-4); padding: var(--space-3) var(--space-4); max-width: 46rem; background: var(--amber-wash); border-left: 4px solid var(--amber); font-weight: 600; }
.check-part { margin-top: var(--space-6); max-width: 52rem; }
.check-part > h2 { margin-bottom: var(--space-3); }
.check-submit { margin-top: var(--space-6); }
.check-submit > .notice-box + .field { margin-top: var(--space-5); }
.case-stands { max-width: 46rem; margin-bottom: var(--space-4); font-size: var(--size-large); }
.notice-box + .case-stands { margin-top: var(--space-4); }
.case-list { border-top: 2px solid var(--ink); max-width: 52rem; }
.case-list > li { padding: var(--space-4) 0; border-bottom: 1px solid var(--line); }
.case-line-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-3); }
.case-list h3 { font-size: var(--size-large); }
.case-list h3 a { display: inline-block; padding: var(--space-2) 0; }
.message-tools { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 var(--space-5); max-width: 52rem; margin-bottom: var(--space-3); }
.message-tools a { display: inline-flex; align-items: center; min-height: var(--target); }
.message-list { border-top: 2px solid var(--ink); max-width: 52rem; }
.message-list > li { padding: var(--space-4) 0 var(--space-3); border-bottom: 1px solid var(--line); }
.message-list h2 { font-size: var(--size-large); font-weight: 400; padding: var(--space-1) 0; }
.message-list .message-unread { padding-left: var(--space-4); border-left: 4px solid var(--primary); }
.message-unread h2 { font-weight: 700; }
.message-list .plain-button { padding: 0; }
.message-settings { margin-top: var(--space-5); max-width: 46rem; }
.matters-drafts { margin-top: var(--space-7); max-width: 52rem; }
.matters-group + .matters-group { margin-top: var(--space-6); }
.matters-group > h2 { margin-bottom: var(--space-3); }
.matters-drafts + .matters-group { margin-top: var(--space-6); }
.matters-drafts > h2 { margin-bottom: var(--space-3); }
.case-standing { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-1) var(--space-4); }
.case-nothing { color: var(--muted); }
.case-rated { margin-bottom: var(--space-4); display: flex; flex-wrap: wrap; gap: 0 var(--space-2); }
.notice-box + .notice-box { margin-top: var(--space-4); }
.case-columns { display: flex; flex-wrap: wrap; gap: var(--space-6) var(--space-7); margin-top: var(--space-6); }
.case-columns > section { flex: 1 1 18rem; }
.case-columns h2 { margin-bottom: var(--space-4); }
.case-clocks .clock-box + .clock-box { margin-top: var(--space-4); }
.case-columns + .loading { margin-top: var(--space-5); }
.case-section { margin-top: var(--space-7); }
.case-section > h2 { margin-bottom: var(--space-3); }
.paper-list { border-top: 1px solid var(--line); }
.paper-list > li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 var(--space-5); padding: var(--space-3) 0; border-bottom: 1px solid var(--line); }
.paper-list > li > div:first-child { display: grid; }
.paper-links { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); }
.paper-links a, .file-line { display: inline-flex; align-items: center; min-height: var(--target); }
.file-line { display: flex; }
.case-withdraw { margin-top: var(--space-7); }
.case-withdraw a { display: inline-flex; align-items: center; min-height: var(--target); }
.receipt-number { font-size: var(--size-heading2); font-weight: 700; }
.page-heading-lead > .guide-big { margin: var(--space-3) 0 0; }
.supplement-list { counter-reset: line; border-top: 2px solid var(--ink); max-width: 52rem; }
.supplement-list > li { counter-increment: line; padding: var(--space-4) 0 var(--space-5); border-bottom: 1px solid var(--line); }
.supplement-list > li > * + * { margin-top: var(--space-2); }
.supplement-list .material-files:not(:empty) + .file-choice { margin-top: var(--space-3); }
.supplement-list h2 { font-size: var(--size-large); }
.supplement-list h2::before { content: counter(line) '. '; }
.supplement-upload input, .material-upload > .field-input { border-style: dashed; max-width: 34rem; }
p + .supplement-list, .supplement-list + p, .supplement-list + .stack { margin-top: var(--space-3); }
.supplement-why { border-left: 3px solid var(--brick); padding-left: var(--space-3); }
.supplement-handed { color: var(--leaf); font-weight: 600; }
.supplement-clock { margin-top: var(--space-6); max-width: 34rem; }
.verify-paper { margin: var(--space-5) 0 var(--space-3); max-width: 46rem; }
.papers-spared { margin-top: var(--space-5); max-width: 52rem; }
.papers-spared > h2 { font-size: var(--size-heading3); margin-bottom: var(--space-2); }
.check-part + .papers-spared { margin-top: var(--space-4); }
.way-promise { margin-bottom: var(--space-5); padding: var(--space-4) var(--space-5) var(--space-5); max-width: 52rem; background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); }
.way-promise > * + * { margin-top: var(--space-3); }
ol.promise-lines { padding-left: 1.6em; list-style: decimal; }
.upload-hint { margin-top: var(--space-4); color: var(--muted); }
.promise-lines > li + li { margin-top: var(--space-2); }
.qr-picture { width: 11rem; margin: var(--space-3) 0; background: #fff; }
.qr-picture svg { display: block; width: 100%; height: auto; }
.on-phone { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: var(--space-4); margin-bottom: var(--space-5); padding: var(--space-4) var(--space-5); background: var(--sand); border-radius: var(--radius); }
.on-phone > div:first-child { flex: 1 1 18rem; }
.on-phone > div > * + * { margin-top: var(--space-2); }
.query-code { font-size: var(--size-heading2); letter-spacing: 0.12em; }
.kept-answer { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: var(--space-2) var(--space-4); }
.kiosk-choices { display: grid; gap: var(--space-5); margin: var(--space-6) 0; }
.kiosk-choices a { display: grid; gap: var(--space-2); align-content: center; min-height: 12rem; padding: var(--space-5) var(--space-6); background: var(--sheet); border: 2px solid var(--edge); border-radius: var(--radius); text-decoration: none; color: var(--ink); }
.kiosk-choices a:hover { border-color: var(--primary); }
.kiosk-choices strong { font-size: var(--size-lead); color: var(--primary); }
@media (min-width: 48rem) { .kiosk-choices { grid-template-columns: repeat(2, 1fr); } }
${displayCss}`
