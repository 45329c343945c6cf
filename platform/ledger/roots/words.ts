import type { RootFinding } from './findings.ts'

/** One sentence for each finding, for the person who runs `npm run ledger:verify`. */
export function findingWords(finding: RootFinding): string {
  const { day } = finding
  switch (finding.kind) {
    case 'file-altered':
      return `${day} 的日根文件被改动过，或不是本系统用现在的主密钥写的；请从只写介质上的副本取回这一天的文件再核对。`
    case 'file-missing':
      return `缺少 ${day} 的日根文件（${finding.quotedBy} 的文件引用了它）；请从副本取回。缺少它时，其后到下一份完整文件为止的根不能重算。`
    case 'chain-broken':
      return `${day} 的日根没有接上前一份：它引用的前一份与文件夹里的不是同一份；请用副本比对这两天的文件。`
    case 'root-differs':
      return `${day} 的根与按已导出链头重算的不一致；请用副本比对这一天和以前的文件。`
    case 'went-back':
      return finding.to === 0
        ? `链 ${finding.stream} 曾导出到第 ${finding.from} 条，到 ${day} 留根时整条链不在库中。`
        : `链 ${finding.stream} 曾导出到第 ${finding.from} 条，到 ${day} 留根时退回到第 ${finding.to} 条。`
    case 'cut-off':
      // The rest of such a chain is broken as well, which is said where chains are walked.
      if (finding.now > finding.version) {
        return `链 ${finding.stream} 中 ${day} 已导出的第 ${finding.version} 条不见了，现在库中最后是第 ${finding.now} 条。`
      }
      return `链 ${finding.stream} 的尾部被截去：${day} 已导出第 ${finding.version} 条，现在库中最后是第 ${finding.now} 条。`
    case 'stream-missing':
      return `链 ${finding.stream} 整条不见了：${day} 已导出到第 ${finding.version} 条，现在库中一条也没有。`
    case 'replaced':
      return `链 ${finding.stream} 的第 ${finding.version} 条被换过：现在库中的内容与 ${day} 导出的不是同一条。`
  }
}

/** Whether the database lacks something that it once had, rather than the files. */
export const isLoss = ({ kind }: RootFinding): boolean =>
  kind === 'went-back' || kind === 'cut-off' || kind === 'stream-missing' || kind === 'replaced'

/** What to do next when facts are missing; a restored database is the innocent reason. */
export const lossWords =
  '如果刚从备份恢复，数据库会比日根旧：上面列出的是备份之后办的、恢复后不在库里的内容。请照纸质材料和通知记录补办，留好这份清单。如果没有恢复过备份，就是有人绕过系统截去或换掉了台账：请立即停止使用数据库账号、保全现场并报告安全管理员。'
