export const css = `
.disclosure { border-bottom: 1px solid var(--line); }
.disclosure > summary { min-height: 3rem; padding: var(--space-3) 0 var(--space-3) 1.2rem; text-indent: -1.2rem; color: var(--primary); font-weight: 600; }
.disclosure > summary:hover { color: var(--primary-deep); text-decoration: underline; }
.disclosure-content { padding: 0 0 var(--space-5) 1.2rem; }
@media print {
  .disclosure { border-bottom: 0; }
  .disclosure > summary { min-height: 0; padding: var(--space-2) 0 var(--space-1); text-indent: 0; color: inherit; }
  .disclosure-content { padding: 0 0 var(--space-2); }
  .disclosure-content.stack > * + * { margin-top: var(--space-2); }
  .stays-folded:not([open])::details-content { display: none; }
}
`
