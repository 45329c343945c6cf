import { addDays, type LegalDay } from '../day.ts'

/**
 * The days on which everybody is off by law, whatever the yearly notice (放假安排) later adds: 全国年节及纪念日放假办法
 * (fourth revision, in force since 2024-11-10), article 2. The day in lieu of a holiday that falls on a weekend (补假,
 * article 6) is for the notice to name, so it is not guessed here.
 */
export function statutoryHolidays(year: string): LegalDay[] {
  const moving = MOVING[year]
  const spring = moving === undefined ? [] : springFestival(`${year}-${moving.spring}`)
  const days = moving === undefined ? [] : [moving.tombs, moving.dragonBoat, moving.midAutumn]
  return [...spring, ...[...FIXED, ...days].map((day) => `${year}-${day}`)].toSorted()
}

/** The revised rules hold from this year on; every year before it has a published list. */
export const FIRST_STATUTORY_YEAR = 2025

/** 元旦, 劳动节 (two days) and 国庆节 (three days). */
const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/** 春节: the eve of the lunar year and its first three days. */
function springFestival(first: LegalDay): LegalDay[] {
  return [-1, 0, 1, 2].map((offset) => addDays(first, offset))
}

interface Moving {
  /** 正月初一. */
  spring: string
  /** 清明. */
  tombs: string
  /** 五月初五. */
  dragonBoat: string
  /** 八月十五. */
  midAutumn: string
}

/**
 * Lunar dates and 清明 by published almanac tables, each compared in two tables made independently of each other; 清明
 * also with the moment at which the sun stands at 15°. The lunar calendar built into Node is no substitute: it has the
 * spring festivals of 2027 and 2030 a day off, where the new moon falls within minutes of midnight. A year beyond the
 * table knows the fixed days only.
 */
const MOVING: Readonly<Record<string, Moving>> = {
  '2025': { spring: '01-29', tombs: '04-04', dragonBoat: '05-31', midAutumn: '10-06' },
  '2026': { spring: '02-17', tombs: '04-05', dragonBoat: '06-19', midAutumn: '09-25' },
  '2027': { spring: '02-06', tombs: '04-05', dragonBoat: '06-09', midAutumn: '09-15' },
  '2028': { spring: '01-26', tombs: '04-04', dragonBoat: '05-28', midAutumn: '10-03' },
  '2029': { spring: '02-13', tombs: '04-04', dragonBoat: '06-16', midAutumn: '09-22' },
  '2030': { spring: '02-03', tombs: '04-05', dragonBoat: '06-05', midAutumn: '09-12' },
  '2031': { spring: '01-23', tombs: '04-05', dragonBoat: '06-24', midAutumn: '10-01' },
  '2032': { spring: '02-11', tombs: '04-04', dragonBoat: '06-12', midAutumn: '09-19' },
  '2033': { spring: '01-31', tombs: '04-04', dragonBoat: '06-01', midAutumn: '09-08' },
  '2034': { spring: '02-19', tombs: '04-05', dragonBoat: '06-20', midAutumn: '09-27' },
  '2035': { spring: '02-08', tombs: '04-05', dragonBoat: '06-10', midAutumn: '09-16' },
}
