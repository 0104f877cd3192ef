import { useEffect, useState } from "react";

/** Whether scripts run on this page: false on the server and until they do. */
export function useEnhanced(): boolean {
  const [isEnhanced, setEnhanced] = useState(false);
  useEffect(() => setEnhanced(true), []);
  return isEnhanced;
}
