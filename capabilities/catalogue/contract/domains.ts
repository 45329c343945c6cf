import type { ItemVersion } from '../contract.ts'

/** The fourteen domains of LC-3.4-01, in the words of the clause. */
export const domainTitles: Readonly<Record<ItemVersion['domain'], string>> = {
  'market-access': '市场准入',
  'land-use': '用地许可',
  'household-registration': '户籍管理',
  pension: '养老保险',
  'medical-insurance': '医疗保险',
  'civil-affairs': '民政服务',
  'social-assistance': '社会救助',
  health: '卫生健康服务',
  employment: '就业创业服务',
  veterans: '退役军人事务',
  elderly: '老年人优待',
  disability: '残疾人帮扶',
  'farm-benefits': '惠农政策落实',
  'legal-services': '法律顾问及纠纷调解',
}
