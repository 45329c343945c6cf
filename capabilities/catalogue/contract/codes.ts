import { Type as T } from 'typebox'

/** 基本编码: 省级区划前两位（国家级 00）+ 事项类型 2 + 部门 2 + 主项 3 + 子项 3. */
export const BASIC_CODE = '^(00|[1-6]\\d)(0[0-9]|1\\d|2\\d)\\d{8}$'
/** 实施编码: 统一社会信用代码 18 + 行使层级 1 + 基本编码 12 (GB/T 39554.1-2020; 国家平台 C0109). */
export const TASK_CODE = '^[0-9A-HJ-NPQRTUWXY]{18}[1-7](00|[1-6]\\d)(0[0-9]|1\\d|2\\d)\\d{8}$'
/** 业务办理项编码: 实施编码 31 + 顺序 2. */
export const HANDLE_CODE = `${TASK_CODE.slice(0, -1)}\\d{2}$`

export const BasicCode = T.String({ pattern: BASIC_CODE })
export const TaskCode = T.String({ pattern: TASK_CODE })
export const HandleCode = T.String({ pattern: HANDLE_CODE })
