import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startTransfer, type TransferListener } from "~/app/components/upload/tus-transfer";

const tus = vi.hoisted(() => {
  class DetailedError extends Error {
    constructor(readonly originalResponse: { getStatus(): number } | null) {
      super("refused");
    }
  }
  class Upload {
    static last: Upload;
    starts = 0;
    aborts = 0;
    constructor(
      readonly file: unknown,
      readonly options: {
        endpoint: string;
        uploadUrl?: string;
        onError(error: Error): void;
        onSuccess(): void;
        onShouldRetry(error: DetailedError): boolean;
      },
    ) {
      Upload.last = this;
    }
    start() {
      this.starts += 1;
    }
    abort() {
      this.aborts += 1;
      return Promise.resolve();
    }
  }
  return { DetailedError, Upload };
});
vi.mock("tus-js-client", () => tus);

const answered = (status: number) => new tus.DetailedError({ getStatus: () => status });
const unanswered = new tus.DetailedError(null);

let browser: EventTarget;
let told: string[];
let listener: TransferListener;
beforeEach(() => {
  vi.useFakeTimers();
  browser = new EventTarget();
  vi.stubGlobal("addEventListener", browser.addEventListener.bind(browser));
  vi.stubGlobal("removeEventListener", browser.removeEventListener.bind(browser));
  vi.stubGlobal("navigator", { onLine: true });
  told = [];
  listener = {
    onProgress: (bytes) => told.push(`${bytes} bytes`),
    onDone: () => told.push("done"),
    onInterrupted: () => told.push("interrupted"),
    onStopped: (status) => told.push(`stopped ${status}`),
  };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function started(isResumed = false) {
  const transfer = await startTransfer({} as File, "an-id", { isResumed, listener });
  return { transfer, upload: tus.Upload.last };
}

describe("a transfer", () => {
  test("of a new upload announces it, and of a resumed one asks first how far it is", async () => {
    expect((await started()).upload.options).toMatchObject({ endpoint: "/uploads/an-id" });
    expect((await started()).upload.options.uploadUrl).toBeUndefined();
    expect((await started(true)).upload.options.uploadUrl).toBe("/uploads/an-id");
  });

  test("goes on as soon as the connection is back, and only once", async () => {
    const { upload } = await started();

    upload.options.onError(unanswered);
    browser.dispatchEvent(new Event("online"));
    browser.dispatchEvent(new Event("online"));
    vi.advanceTimersByTime(60_000);

    expect(told).toEqual(["interrupted"]);
    expect(upload.starts).toBe(2);
  });

  test("knocks again after a while even when nobody says that the connection is back", async () => {
    const { upload } = await started();

    upload.options.onError(answered(503));
    vi.advanceTimersByTime(15_000);

    expect(upload.starts).toBe(2);
  });

  test("takes no notice of the connection while bytes are moving", async () => {
    const { upload } = await started();

    browser.dispatchEvent(new Event("online"));

    expect(upload.starts).toBe(1);
  });

  test.each([401, 404, 410, 413])("that is refused with %d stops for good", async (status) => {
    const { upload } = await started();

    upload.options.onError(answered(status));
    browser.dispatchEvent(new Event("online"));
    vi.advanceTimersByTime(60_000);

    expect(told).toEqual([`stopped ${status}`]);
    expect(upload.starts).toBe(1);
    expect(upload.options.onShouldRetry(answered(status))).toBe(false);
  });

  test("that was paused while the connection was lost stays paused until it is resumed", async () => {
    const { transfer, upload } = await started();

    upload.options.onError(unanswered);
    transfer.pause();
    browser.dispatchEvent(new Event("online"));
    vi.advanceTimersByTime(60_000);
    expect(upload.starts).toBe(1);

    transfer.resume();
    expect(upload.starts).toBe(2);
  });
});
