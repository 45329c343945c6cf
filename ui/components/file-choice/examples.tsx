import type { VNode } from 'preact'
import type { Example, Usage } from '../example.ts'
import { FileChoice, UploadStatus } from './file-choice.tsx'
import { FileLine } from './file-line.tsx'
import { uploadScript } from './upload-script.ts'

export const usage: Usage = {
  title: '选文件和拍照',
  when: '请人交一份材料的照片或文件。手机上能拍能选，选好就传，网断了接着传；没有脚本时和表单一起交。',
  whenNot: '要说明材料要求、份数和情形的，用“材料上传”，它里面就是这个。',
  script: uploadScript,
}

const choice = { id: 'paper-file', name: 'file.paper', paper: '居民身份证', upload: '/upload' }

function Frame({ children }: { children: VNode | VNode[] }): VNode {
  return (
    <form method="post" encType="multipart/form-data" data-uploads>
      <div data-paper="paper">
        {children}
        <UploadStatus limit={20 * 1024 * 1024} />
      </div>
    </form>
  )
}

export const examples: Example[] = [
  {
    title: '还没有文件',
    node: (
      <Frame>
        <ul class="material-files" data-files />
        <FileChoice {...choice} many />
      </Frame>
    ),
  },
  {
    title: '已经收到两个',
    node: (
      <Frame>
        <ul class="material-files" data-files>
          <FileLine id="f1" name="居民身份证-1.jpg" size={812_000} />
          <FileLine id="f2" name="居民身份证-2.pdf" size={2_400_000} url="/files/f2" />
        </ul>
        <FileChoice {...choice} label="再加一份" many />
      </Frame>
    ),
  },
  {
    title: '文件打不开',
    node: (
      <Frame>
        <ul class="material-files" data-files />
        <FileChoice {...choice} many error="这个文件打不开，请重新拍一张。" />
      </Frame>
    ),
  },
]
