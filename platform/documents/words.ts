/** What the sealing and rendering parts themselves put on paper or say to staff. */
export const documentWords = {
  'seal-demo': '演示',
  'seal-demo-line': '无法律效力',
  'missing-glyph': (characters: readonly string[]) =>
    `文书中有现有字体无法印出的字：${characters.map(named).join('、')}。请核对是否误录；确需使用的，请联系系统管理员在字体目录中增加含有该字的字体。`,
} as const

function named(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `“${character}”（U+${code}）`
}
