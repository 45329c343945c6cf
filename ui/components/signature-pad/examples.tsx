import type { Example, Usage } from '../example.ts'
import { FileChoice, UploadStatus } from '../file-choice/file-choice.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { signatureScript } from './signature-script.ts'

export const usage: Usage = {
  title: '签名板',
  when: '材料要的就是一张手写签名的图片。旁边一定有“选照片或文件”：没有脚本、不方便写的人用它。',
  whenNot:
    '不能当电子签名：手写笔迹的图片不是可靠的电子签名（电子签名法第十三条），承诺、申请、签收都不靠它生效。要签名的整份文件，请签好再拍照。',
  script: signatureScript,
}

export const examples: Example[] = [
  {
    title: '还没有写',
    node: (
      <form method="post" encType="multipart/form-data" data-uploads>
        <div data-paper="signature">
          <ul class="material-files" data-files />
          <SignaturePad id="pad" input="signature-file" label="本人手写签名" />
          <FileChoice id="signature-file" name="file.signature" paper="本人手写签名" upload="/upload" />
          <UploadStatus limit={20 * 1024 * 1024} />
        </div>
      </form>
    ),
  },
]
