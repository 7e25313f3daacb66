// FNV-1a (Fowler, Noll, Vo) with 32 bits over the bytes of numbers: two runs are the same run when their hashes are equal.
// hash = (hash xor byte) * 16777619 mod 2^32, from 2166136261.

const bytesOfOne = new DataView(new ArrayBuffer(8));

/** Eight hexadecimal digits, over the little-endian bytes on every machine. 0 and -0 differ; every NaN counts as the same. */
export function hashNumbers(values: Float64Array): string {
  let hash = 0x811c9dc5;
  for (const value of values) {
    bytesOfOne.setFloat64(0, value, true);
    // Engines may keep any of the many bit patterns of NaN.
    if (Number.isNaN(value)) bytesOfOne.setBigUint64(0, 0x7ff8000000000000n, true);
    for (let index = 0; index < 8; index++) hash = Math.imul(hash ^ bytesOfOne.getUint8(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
