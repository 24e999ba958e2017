/** Whether a file that could not be opened is there and may be whole, or cannot be read at all. */
export function failureCode(error: unknown): 'unreadable' | 'inaccessible' {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOENT' || code === 'ELOOP' ? 'unreadable' : 'inaccessible';
}

/** Why a file could not be opened, in words. */
export function describeFailure(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  switch (code) {
    case 'ENOENT':
      return 'There is no such file or folder (or a link leads nowhere).';
    case 'EACCES':
    case 'EPERM':
      return 'Permission to read it was denied.';
    case 'ELOOP':
      return 'The link leads back to itself.';
    default:
      return `${(error instanceof Error ? error.message : String(error)).replace(/\.$/, '')}.`;
  }
}
