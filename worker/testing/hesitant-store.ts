import type { ObjectStore } from "~/storage/object-store";

/** The store, but something happens before the first object of a rendition is put: it may take long, or throw. */
export function createHesitantStore(store: ObjectStore, atFirstPut: () => Promise<void>): ObjectStore {
  let isFirst = true;
  return {
    put: async (key, body, options) => {
      if (isFirst && key.startsWith("hls/")) {
        isFirst = false;
        await atFirstPut();
      }
      return store.put(key, body, options);
    },
    open: (key, options) => store.open(key, options),
    size: (key) => store.size(key),
    delete: (keys) => store.delete(keys),
    list: (prefix) => store.list(prefix),
  };
}
