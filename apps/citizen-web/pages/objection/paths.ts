import { homeTrail } from '../../layout.tsx'

export const objectingPath = (notice: string): string => `/publicity/${encodeURIComponent(notice)}/objection`

export const objectionPath = (id: string): string => `/my/objections/${encodeURIComponent(id)}`

export const publicityTrail = [...homeTrail, { text: '公示公告', href: '/publicity' }] as const
