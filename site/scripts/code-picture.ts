// Saves number and codes as a picture, drawn on the device: what is secret goes nowhere.
import { say } from './say.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-picture]')) {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    const lines = JSON.parse(button.dataset['pictureLines'] ?? '[]') as [string, string][];
    // A page of a demonstration says so at its head; its picture does too.
    const mark = document.querySelector('.demo-mark strong');
    if (mark?.textContent) lines.unshift([mark.textContent, say.demoPicture]);
    const face = getComputedStyle(document.body).fontFamily;
    const { canvas } = pen;
    canvas.width = 1080;
    canvas.height = 120 + lines.length * 150;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#111';
    lines.forEach(([name, value], index) => {
      const top = 110 + index * 150;
      pen.font = `32px ${face}`;
      pen.fillText(name, 60, top, 960);
      pen.font = `bold 48px ${face}`;
      pen.fillText(value, 60, top + 60, 960);
    });
    const link = document.createElement('a');
    link.download = `${button.dataset['pictureName'] ?? 'bien-nhan'}.png`;
    link.href = canvas.toDataURL('image/png');
    link.click();
    button.textContent = say.pictureSaved;
  });
}
