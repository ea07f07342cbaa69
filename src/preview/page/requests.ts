/** What the server answers as JSON; null where it has nothing, or cannot be reached. */
export async function fetchJson<Answer>(path: string): Promise<Answer | null> {
  try {
    const response = await fetch(path);
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}

/** Orders something; answers with why it was refused, or null where it was done. */
export async function post(path: string, body: object): Promise<{ readonly refused: string | null }> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { refused: null };
    const answer = response.headers.get('content-type')?.includes('json') ? ((await response.json()) as object) : {};
    return {
      refused: 'refused' in answer && typeof answer.refused === 'string' ? answer.refused : 'It could not be done',
    };
  } catch {
    return { refused: 'The server cannot be reached' };
  }
}
