export type AccountKind = 'staff' | 'citizen'
