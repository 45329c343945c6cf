import {
  HANDLE_TYPES,
  LEVELS,
  ONLINE_DEPTHS,
  POWER_SOURCES,
  PROJECT_TYPES,
  RESULT_TYPES,
  SERVES,
} from '../exchange-files/choices.ts'
import { itemTypeTitles } from '../words.ts'
import { ownerTierTitles } from './layers.ts'

/** Codes of an item by the names of the national standard, by the field they stand in. */
export const ITEM_VALUE_TITLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/itemType': itemTypeTitles,
  '/projectType': PROJECT_TYPES,
  '/serves': SERVES,
  '/useLevels': LEVELS,
  '/powerSource': POWER_SOURCES,
  '/ownerTier': ownerTierTitles,
  '/onlineDepth': ONLINE_DEPTHS,
  '/handleTypes': HANDLE_TYPES,
  '/result/type': RESULT_TYPES,
  '/delivery': { window: '窗口领取', post: '邮寄', electronic: '电子送达' },
  '/process/procedure': { approval: '承诺件程序', 'on-the-spot': '即办件程序' },
}
