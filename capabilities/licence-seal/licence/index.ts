export { licences, LICENCE_JOB, type LicenceMeans, type Licences } from './service.ts'
export { rebuildLicences } from './rebuild.ts'
export {
  licenceReader,
  type LicenceColumn,
  type LicenceQuery,
  type LicenceRow,
  type LicenceSight,
  type WholeLicence,
} from './store.ts'
