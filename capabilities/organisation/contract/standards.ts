/** What a place may set for itself and for all places below it: by the name of the parameter it stands in for. */
export const PLACE_STANDARDS = [
  { name: 'openingHours', title: '开放时间' },
  { name: 'signDesign', title: '标识样式' },
  { name: 'processEdition', title: '流程版本' },
] as const
export type PlaceStandard = (typeof PLACE_STANDARDS)[number]['name']
