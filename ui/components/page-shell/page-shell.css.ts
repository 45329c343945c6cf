export const css = `
.skip-link { position: absolute; left: var(--space-4); top: -10rem; padding: var(--space-3) var(--space-4); z-index: 2; background: var(--focus); color: var(--focus-ink); }
.skip-link:focus { top: 0; }
.demo-strip { max-width: none; padding: var(--space-1) var(--space-4); background: var(--amber-wash); color: var(--ink); font-size: var(--size-small); text-align: center; }
.site-header { background: var(--sheet); border-bottom: 1px solid var(--line); }
.site-header-row { max-width: var(--page-width); margin: 0 auto; padding: 0 var(--space-4); display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-4); }
.site-name { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-2); min-height: 3.5rem; color: var(--ink); text-decoration: none; margin-right: auto; }
.site-name:hover .site-place { text-decoration: underline; }
.site-mark { flex: none; width: 2rem; height: 2rem; }
.site-place { font-weight: 700; font-size: var(--size-large); letter-spacing: 0.06em; }
.site-kind { color: var(--muted); font-size: var(--size-small); letter-spacing: 0.04em; }
.display-link { display: none; align-items: center; min-height: var(--target); }
@media (min-width: 30rem) { .display-link { display: inline-flex; } }
.elder-switch button { min-height: var(--target); padding: 0 var(--space-4); background: var(--sheet); border: 1px solid var(--edge); border-radius: var(--radius-round); cursor: pointer; color: var(--ink); }
.elder-switch button:hover { border-color: var(--primary); color: var(--primary); }
.site-header-lower { border-top: 1px solid var(--line); max-width: none; gap: 0 var(--space-3); padding-inline: max(var(--space-4), calc((100% - var(--page-width)) / 2 + var(--space-4))); }
.site-nav { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); }
.site-nav a { display: inline-flex; align-items: center; min-height: var(--target); color: var(--ink); text-decoration: none; border-bottom: 3px solid transparent; }
.site-nav a:hover { color: var(--primary); border-color: var(--line); }
@media (forced-colors: active) { .site-nav a:not([aria-current]) { border-color: Canvas; } }
.site-nav a[aria-current] { border-color: var(--primary); font-weight: 700; }
.site-account { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-3); margin-left: auto; }
.site-account a, .plain-button { display: inline-flex; align-items: center; min-height: var(--target); min-width: var(--target); justify-content: center; }
.site-unread { display: inline-flex; align-items: center; justify-content: center; min-width: 1.5em; height: 1.5em; margin-left: var(--space-1); padding: 0 0.35em; border: 1px solid var(--rim); border-radius: var(--radius-round); background: var(--primary); color: var(--on-primary); font-size: var(--size-small); font-weight: 700; line-height: 1; }
.site-messages { text-decoration: none; }
.site-messages-word { text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.22em; }
.site-messages[aria-current] { font-weight: 700; }
.plain-button { padding: 0 var(--space-2); border: 0; background: none; color: var(--primary); text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.22em; cursor: pointer; }
.plain-button:hover { color: var(--primary-deep); text-decoration-thickness: 0.14em; }
.page { flex: 1; width: 100%; max-width: var(--page-width); margin: 0 auto; padding: var(--space-5) var(--space-4) var(--space-8); }
.page:focus-visible { outline: none; box-shadow: none; }
.site-footer { background: var(--sand); border-top: 1px solid var(--line); }
.site-footer-inner { max-width: var(--page-width); margin: 0 auto; padding: var(--space-5) var(--space-4) var(--space-6); display: grid; gap: var(--space-2); }
.site-footer-links { display: flex; flex-wrap: wrap; gap: 0 var(--space-5); }
.site-footer-links a { display: inline-flex; align-items: center; min-height: var(--target); }
@media (max-width: 26rem) {
  .site-kind, .site-person { display: none; }
  /* Large characters on a small phone: what can share a row does, or the header takes half the screen. */
  .site-name { flex: 1 1 0; min-height: 3rem; }
  .elder-switch button { padding: 0 var(--space-3); }
  html.elder .site-nav { gap: 0 var(--space-2); }
}
@media (min-width: 48rem) {
  .site-name { min-height: 4.25rem; }
  .site-place { font-size: var(--size-heading2); }
  .site-nav { gap: 0 var(--space-5); }
  .page { padding-top: var(--space-6); }
}

html.kiosk { font-size: 137.5%; --target: 56px; --page-width: 60rem; }
html.kiosk.elder { font-size: 175%; }
html.kiosk .button, html.kiosk .field-input, html.kiosk .elder-switch button { min-height: 64px; }
html.kiosk .choice > input { width: 2rem; height: 2rem; }
html.kiosk .choice > label { min-height: 56px; }
html.kiosk .button-row > .button, html.kiosk .button-row > form, html.kiosk .button-row > form > .button { width: 100%; }
html.kiosk .disclosure > summary { min-height: 56px; }
html.kiosk input[type='file']::file-selector-button { min-height: 48px; }
.kiosk-end { display: inline-flex; align-items: center; justify-content: center; min-height: 64px; padding: 0 var(--space-5); margin: var(--space-2) 0; background: var(--brick); color: var(--paper); border-radius: var(--radius); font-weight: 700; text-decoration: none; }
.kiosk-end:hover { color: var(--paper); text-decoration: underline; }
.kiosk-idle { position: fixed; inset: auto 0 0 0; z-index: 3; padding: var(--space-6) var(--space-5); background: var(--amber-wash); color: var(--ink); border-top: 0.5rem solid var(--amber); display: grid; gap: var(--space-3); justify-items: center; text-align: center; }
.kiosk-idle[hidden] { display: none; }
.kiosk-idle-title { font-size: var(--size-heading1); font-weight: 700; }
@media print {
  .kiosk-end, .kiosk-idle { display: none; }
  .site-header-row, .page, .site-footer-inner { max-width: none; padding-inline: 0; }
  .site-name { min-height: 0; padding-bottom: var(--space-2); }
  .site-kind { display: inline; }
  .page { padding-block: var(--space-4); }
  .site-footer { background: none; break-inside: avoid; }
  .site-footer-inner { padding-block: var(--space-3) 0; }
}
`
