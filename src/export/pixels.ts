// An SVG document as a PNG picture, drawn by the browser.

/**
 * @param scale pixels per unit of the document, 1 to 4
 * @throws Error when the browser cannot draw the document
 */
export async function pngOf(svg: string, width: number, height: number, scale: number): Promise<Blob> {
  const image = new Image(width, height);
  // A data address, since a page in a sandbox may not read a picture from an object address back.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no canvas.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is empty.')) : resolve(blob)), 'image/png'),
  );
}
