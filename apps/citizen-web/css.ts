/** Layout of the citizens' pages; what a single component needs stands with the component. */
export const citizenCss = `
.home-top { display: flex; flex-wrap: wrap; margin: calc(-1 * var(--space-5)) calc(-1 * var(--space-4)) 0; background: var(--sand); border-bottom: 1px solid var(--line); }
.home-ask { flex: 1 1 30rem; min-width: 0; padding: var(--space-6) var(--space-4) var(--space-5); }
.home-examples { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); margin-top: var(--space-2); }
.home-examples a { display: inline-flex; align-items: center; min-height: var(--target); }
.home-open { flex: 1 1 16rem; padding: var(--space-5) var(--space-4); border-top: 1px solid var(--line); }
.home-open h2 { font-size: var(--size-heading3); margin-bottom: var(--space-1); }
.home-open-yes h2 { color: var(--leaf); }
.home-open h2::before { content: ''; display: inline-block; width: 0.625rem; height: 0.625rem; margin-right: var(--space-2); border-radius: 50%; border: 2px solid var(--edge); }
.home-open-yes h2::before { background: var(--leaf); border-color: var(--leaf); }
.home-open p + p { margin-top: var(--space-2); }
.home-section { margin-top: var(--space-7); }
.home-section > h2 { margin-bottom: var(--space-3); }
.home-scenes { columns: 17rem 3; column-gap: var(--space-6); }
.home-scene { break-inside: avoid; padding: var(--space-3) 0 var(--space-4); border-top: 2px solid var(--ink); }
.home-scene-items a:not(:hover) { text-decoration: none; }
.home-scene-items a { display: inline-flex; align-items: center; min-height: var(--target); }
.home-scene-items li { line-height: 1.6; }
.home-domains { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 0 var(--space-6); padding: 0; list-style: none; border-top: 2px solid var(--ink); }
.home-domains a, .home-domains .home-domain-empty {  display: flex; justify-content: space-between; align-items: center; gap: var(--space-3); min-height: 3.25rem; border-bottom: 1px solid var(--line); text-decoration: none; }
.home-domains a:hover { text-decoration: underline; }
.home-count { color: var(--muted); font-size: var(--size-small); white-space: nowrap; }
@media (min-width: 48rem) {
  .home-top { margin: calc(-1 * var(--space-6)) calc(50% - 50vw) 0; padding: var(--space-5) calc(50vw - 50%) var(--space-6); border-left: 0; overflow: hidden; }
  .home-ask { padding-left: 0; padding-right: var(--space-7); }
  .home-open { flex: 0 1 19rem; align-self: center; border-top: 0; border-left: 1px solid var(--line); padding: var(--space-4) 0 var(--space-4) var(--space-6); }
}
.search-again .search-box-small { max-width: 36rem; padding-bottom: var(--space-4); }
.item-list { border-top: 1px solid var(--line); max-width: 52rem; }
.item-list > li { padding: var(--space-4) 0; border-bottom: 1px solid var(--line); }
.item-list h2 { font-size: var(--size-large); }
.item-list h2 a { display: inline-block; padding: var(--space-1) 0; }
.guide-answers { margin-top: var(--space-6); border-top: 2px solid var(--ink); }
.guide-answer { padding: var(--space-5) 0; border-bottom: 1px solid var(--line); }
.guide-answer > h2 { margin-bottom: var(--space-3); }
.guide-big { font-size: var(--size-large); font-weight: 700; }
.guide-section { margin-top: var(--space-7); }
.guide-section > h2 { margin-bottom: var(--space-3); }
.guide-law { white-space: pre-line; }
.guide-special { margin-top: var(--space-3); padding-left: 1.4em; list-style: disc; }
.guide-ways { margin: var(--space-5) 0 var(--space-3); font-size: var(--size-large); }
.material-when { display: block; color: var(--amber); font-weight: 400; }
.data-table td .muted { display: block; }
.place-list > li { display: grid; padding: var(--space-2) 0; }
.place-list > li + li { border-top: 1px dotted var(--line); }
.place-list a { display: inline-block; padding: 0.375rem 0; }
@media (min-width: 60rem) {
  .guide-answer { display: grid; grid-template-columns: 12rem 1fr; gap: var(--space-5); }
}
.form-start { margin-top: var(--space-5); }
.start-papers { margin: var(--space-3) 0; max-width: 46rem; border-top: 1px solid var(--line); }
.start-papers li { padding: var(--space-2) 0; border-bottom: 1px solid var(--line); }
.apply-changes { margin-bottom: var(--space-5); }
.apply-leave { margin-top: var(--space-7); padding-top: var(--space-4); border-top: 1px solid var(--line); }
.apply-leave a { display: inline-flex; align-items: center; min-height: var(--target); }
.check-part { margin-top: var(--space-6); max-width: 52rem; }
.check-part > h2 { margin-bottom: var(--space-3); }
.check-submit { margin-top: var(--space-6); }
.case-stands { max-width: 46rem; margin-bottom: var(--space-4); font-size: var(--size-large); }
.case-list { border-top: 2px solid var(--ink); max-width: 52rem; }
.case-list > li { padding: var(--space-4) 0; border-bottom: 1px solid var(--line); }
.case-line-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-3); }
.case-list h2 { font-size: var(--size-large); }
.case-list h2 a { display: inline-block; padding: var(--space-2) 0; }
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
.matters-drafts > h2 { margin-bottom: var(--space-3); }
.case-standing { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-1) var(--space-4); }
.case-nothing { color: var(--muted); }
.case-rated { margin-bottom: var(--space-4); display: flex; flex-wrap: wrap; gap: 0 var(--space-2); }
.notice-box + .notice-box { margin-top: var(--space-4); }
.case-columns { display: flex; flex-wrap: wrap; gap: var(--space-6) var(--space-7); margin-top: var(--space-6); }
.case-columns > section { flex: 1 1 18rem; }
.case-columns h2 { margin-bottom: var(--space-4); }
.case-clocks .clock-box + .clock-box { margin-top: var(--space-4); }
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
.supplement-list { counter-reset: line; border-top: 2px solid var(--ink); max-width: 52rem; }
.supplement-list > li { counter-increment: line; padding: var(--space-4) 0 var(--space-5); border-bottom: 1px solid var(--line); }
.supplement-list > li > * + * { margin-top: var(--space-2); }
.supplement-list h2 { font-size: var(--size-large); }
.supplement-list h2::before { content: counter(line) '. '; }
.supplement-upload input, .material-upload > .field-input { border-style: dashed; max-width: 34rem; }
.supplement-list + p { margin-top: var(--space-3); }
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
.matters-more { margin-top: var(--space-6); }
.matters-more a { display: inline-flex; align-items: center; min-height: var(--target); }
.kiosk-choices { display: grid; gap: var(--space-5); margin: var(--space-6) 0; }
.kiosk-choices a { display: grid; gap: var(--space-2); align-content: center; min-height: 12rem; padding: var(--space-5) var(--space-6); background: var(--sheet); border: 2px solid var(--edge); border-radius: var(--radius); text-decoration: none; color: var(--ink); }
.kiosk-choices a:hover { border-color: var(--primary); }
.kiosk-choices strong { font-size: var(--size-lead); color: var(--primary); }
@media (min-width: 48rem) { .kiosk-choices { grid-template-columns: repeat(2, 1fr); } }
`
