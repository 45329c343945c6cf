export const signatureWords = {
  hint: '用手指或鼠标在框里写上姓名。不方便写的，在纸上签好拍照上传，或者到窗口签。',
  empty: (label: string) => `${label}：还没有写`,
  written: (label: string) => `${label}：写好了，还没有用`,
  clear: '重写',
  take: '用这个签名',
  fileName: '手写签名.png',
  nothing: '框里还没有写，请先写上姓名',
  taken: '签名已放进材料',
}
