import { LAW, WORKS, when, type Check } from '../check.ts'

const atOnce = ({ process }: { process: { procedure: string } }): boolean =>
  process.procedure === 'on-the-spot'

/** What law puts between taking in and deciding, and what a holder may apply for later. */
export const SPECIAL_CHECKS: readonly Check[] = [
  {
    ...{ id: 'publicity-at-once', group: 'limits', ...WORKS, at: '/process/publicity' },
    title: '当场决定的事项不先公示',
    source: '公示期内不能作出决定，当场办结与公示不能并存',
    find: when((item) => item.process.publicity !== undefined && atOnce(item)),
    what: '事项写了决定前公示，又按当场决定的程序办',
    remedy: '改用受理、审查、决定的程序，或者去掉公示',
  },
  {
    ...{ id: 'publicity-days', group: 'limits', ...WORKS, at: '/process/publicity/within' },
    title: '公示有天数',
    source: '公示期按所依据的规定写',
    find: when(({ process: { publicity } }) => publicity?.within.amount === 0),
    what: '公示期写了 0',
    remedy: '照所依据的规定写公示期',
  },
  {
    ...{ id: 'forwards-at-once', group: 'limits', ...WORKS, at: '/process/forwardsTo' },
    title: '报上级决定的事项先审查',
    source: '《中华人民共和国行政许可法》第三十五条、第四十三条',
    find: when((item) => item.process.forwardsTo !== undefined && atOnce(item)),
    what: '事项写了审查后报上级决定，又按当场决定的程序办',
    remedy: '改用受理、审查、决定的程序，或者去掉转报',
  },
  {
    ...{ id: 'lifecycle-result', group: 'result', ...WORKS, at: '/lifecycle' },
    title: '能变更、延续、注销的有证照或者文书',
    source: '《中华人民共和国行政许可法》第四十九条、第五十条、第七十条',
    find: when(
      ({ lifecycle = {}, result }) =>
        result.type === '4' && Object.values(lifecycle).some((variant) => variant !== undefined),
    ),
    what: '事项没有结果文书，却写了变更、延续或者注销',
    remedy: '去掉变更、延续、注销，或者核对办理结果',
  },
  {
    ...{ id: 'renew-window', group: 'result', ...WORKS, at: '/lifecycle/renew/notEarlierThan' },
    title: '申请延续的时间有先有后',
    source: '《中华人民共和国行政许可法》第五十条',
    find: when(({ lifecycle: { renew } = {} }) => {
      if (renew?.notEarlierThan === undefined) return false
      const { fileBefore, notEarlierThan } = renew
      return fileBefore.unit === notEarlierThan.unit && notEarlierThan.amount <= fileBefore.amount
    }),
    what: '最早可以申请延续的日子，比最晚应当申请的日子还晚',
    remedy: '把最早提前的天数改得比最晚提前的天数多',
  },
  {
    ...{ id: 'article-50', group: 'result', ...LAW, at: '/lifecycle/renew/fileBefore' },
    title: '延续的申请时间照法律写',
    source: '《中华人民共和国行政许可法》第五十条',
    find: when(({ lifecycle: { renew } = {} }) =>
      // Whoever rests on another rule beside the article says so in the basis.
      renew === undefined || !/^《?(中华人民共和国)?行政许可法》?第五十条(第一款)?$/.test(renew.basis.trim())
        ? false
        : renew.fileBefore.unit !== 'calendar-day' || renew.fileBefore.amount !== 30,
    ),
    what: '只依据行政许可法第五十条的，应在有效期届满三十日前申请延续',
    remedy: '照写 30 个自然日；法律、法规、规章另有规定的，在依据里写上',
  },
]
