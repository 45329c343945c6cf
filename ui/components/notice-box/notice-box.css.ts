export const css = `
.notice-box { border: 1px solid var(--rim); padding: var(--space-4); border-radius: var(--radius); background: var(--primary-wash); max-width: calc(var(--text-width) + 6rem); }
.notice-box > * + * { margin-top: var(--space-2); }
.notice-title { font-weight: 700; font-size: var(--size-large); }
.notice-good { background: var(--leaf-wash); }
.notice-good .notice-title { color: var(--leaf); }
.notice-warn { background: var(--amber-wash); }
.notice-warn .notice-title { color: var(--amber); }
.notice-bad { background: var(--brick-wash); }
.notice-bad .notice-title { color: var(--brick); }
`
