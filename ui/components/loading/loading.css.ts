export const css = `
.loading { padding: var(--space-5); border: 1px solid var(--line); border-radius: var(--radius); background: var(--sheet); max-width: calc(var(--text-width) + 6rem); }
.loading-text { display: flex; align-items: center; gap: var(--space-3); font-size: var(--size-large); font-weight: 700; }
.loading-mark { flex: none; width: 1.5rem; height: 1.5rem; border: 0.25rem solid var(--line); border-top-color: var(--primary); border-radius: 50%; }
@media (prefers-reduced-motion: no-preference) { .loading-mark { animation: loading-turn 1.2s linear infinite; } }
@keyframes loading-turn { to { transform: rotate(1turn); } }
`
