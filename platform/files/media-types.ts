/**
 * Everything that may be uploaded. Scripts, HTML, SVG, old Office files and plain archives are not on the
 * list.
 */
export const MEDIA_TYPES = {
  'application/pdf': ['pdf'],
  'application/ofd': ['ofd'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
} as const satisfies Record<string, readonly string[]>

export type MediaType = keyof typeof MEDIA_TYPES
