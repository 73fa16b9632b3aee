/** Every file of a drop, folders walked to the end. A name that begins with a dot is a system's own and left out. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) {
    return [...transfer.files];
  }

  const found = await Promise.all(entries.filter((entry) => entry !== null).map(walk));
  return found.flat();
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.')) {
    return [];
  }

  if (entry.isFile) {
    return [await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))];
  }

  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  for (;;) {
    // A reader hands out a folder in parts, the last of them empty.
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0) {
      return files;
    }

    for (const child of part) {
      files.push(...(await walk(child)));
    }
  }
}
