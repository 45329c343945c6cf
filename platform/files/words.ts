import type { AccessCode, UploadCode } from './file-store.ts'

/** What a person reads when a file is not taken or not given out. */
export const fileWords: Record<UploadCode | AccessCode, string> = {
  'file-too-large': '文件太大，传不上来。请压缩图片、降低扫描分辨率或分成几个文件后重新上传。',
  'file-type-not-allowed':
    '不支持这种文件。请上传 PDF、OFD、JPG、PNG、WEBP 图片或 DOCX、XLSX 文件，并保持文件扩展名与内容一致。',
  'file-empty': '文件是空的。请检查后重新选择文件上传。',
  'file-unreadable': '文件打不开：可能损坏、不完整，或者设了密码。请重新导出或拍照后再上传。',
  'file-rejected': '文件未通过安全检查，不能保存和下载。请用杀毒软件检查后换一个文件上传。',
  'file-quarantined': '文件正在进行安全检查，暂时不能下载。请几分钟后再试。',
  'file-not-found': '没有找到这个文件，可能已被删除。请返回上一页刷新后重试，或重新上传。',
}
