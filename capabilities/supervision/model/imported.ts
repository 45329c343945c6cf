/** What other systems report of their cases (数据导入监督): reading a file, checking its lines, joining them to cases. */
export { DATASETS, SHAPES, templates, type Dataset } from './imported/datasets.ts'
export { handledCase, type BodyOf, type KeptRow } from './imported/handled.ts'
export { readFile, type FileRead } from './imported/read-file.ts'
export { checkRecords, type BadLine, type ImportedRow } from './imported/rows.ts'
export { dayTold } from './imported/times.ts'
