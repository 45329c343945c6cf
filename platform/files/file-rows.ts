import type { MediaType } from './media-type.ts'

export type Scan = 'quarantined' | 'clean' | 'rejected'

export interface FileRow {
  area_code: string
  id: string
  size: number
  media_type: MediaType
  wrapped_key: string
  scan: Scan
}

const COLUMNS = 'area_code, id, size, media_type, wrapped_key, scan'

export const FIND = {
  name: 'files.find',
  text: `select ${COLUMNS} from files.file where area_code = $1 and id = $2`,
}

// Somebody who uploads a content already here gets the stored one, and a day more in which to attach it.
export const STORE = {
  name: 'files.store',
  text: `insert into files.file (area_code, id, address, size, media_type, wrapped_key, scan, ref_count, unreferenced_since, created_at)
         values ($1, $2, $3, $4, $5, $6, 'quarantined', 0, $7, $7)
         on conflict (area_code, address) do update
         set unreferenced_since = case when files.file.ref_count = 0 then excluded.unreferenced_since end
         returning ${COLUMNS}`,
}

export const VERDICT = {
  name: 'files.verdict',
  text: `update files.file set scan = $3, rejected_for = $4, wrapped_key = case when $3 = 'rejected' then '' else wrapped_key end
         where area_code = $1 and id = $2 and scan = 'quarantined'`,
}

export const QUARANTINED = {
  name: 'files.quarantined',
  text: `select ${COLUMNS} from files.file where area_code = $1 and scan = 'quarantined' order by created_at limit $2`,
}

export const RETAIN = {
  name: 'files.retain',
  text: `with target as (
           select ${COLUMNS} from files.file where area_code = $1 and id = $2 for update
         ), held as (
           insert into files.reference (area_code, file, holder, at)
           select area_code, id, $3, $4 from target where scan <> 'rejected'
           on conflict do nothing returning file
         ), counted as (
           update files.file f set ref_count = ref_count + 1, unreferenced_since = null
           from held where f.area_code = $1 and f.id = held.file
         )
         select ${COLUMNS} from target`,
}

export const RELEASE = {
  name: 'files.release',
  text: `with gone as (
           delete from files.reference where area_code = $1 and file = $2 and holder = $3 returning file
         )
         update files.file f
         set ref_count = ref_count - 1, unreferenced_since = case when ref_count = 1 then $4::timestamptz end
         from gone where f.area_code = $1 and f.id = gone.file`,
}

export const SWEEP = {
  name: 'files.sweep',
  text: `delete from files.file where area_code = $1 and id in (
           select id from files.file where area_code = $1 and ref_count = 0 and unreferenced_since < $2
           order by unreferenced_since limit 500 for update skip locked
         ) and area_code = $1 and ref_count = 0 returning id`,
}

export const KNOWN = {
  name: 'files.known',
  text: `select id from files.file where area_code = $1 and id = any($2::uuid[])`,
}
