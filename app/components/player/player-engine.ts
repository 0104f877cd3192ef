import videojs from "video.js";

/** What an engine tells while it runs. */
export interface EngineListener {
  onReady(): void;
  /** The place, the rate, playing or not, sound or not: something of it has changed. */
  onChange(): void;
  /** The status of each answer about the footage; 0 when there was none. */
  onAnswer(status: number): void;
  /** It cannot go on by itself. */
  onFailure(): void;
}

/** The machine under the player's face. Times are milliseconds into the clip. */
export interface Engine {
  currentTimeMs(): number;
  isPaused(): boolean;
  /** Whether it wants to play and has nothing to show yet. */
  isWaiting(): boolean;
  isMuted(): boolean;
  playbackRate(): number;
  play(): void;
  pause(): void;
  seekTo(milliseconds: number): void;
  setMuted(muted: boolean): void;
  setPlaybackRate(rate: number): void;
  dispose(): void;
}

/** Little lies ahead of what is shown, so that little can be watched after the footage was closed. */
const AHEAD_SECONDS = 10;
const CHANGES = ["timeupdate", "seeking", "seeked", "play", "pause", "playing", "waiting", "ended"];
const MORE_CHANGES = ["ratechange", "volumechange", "canplay", "loadedmetadata"];

/** Opens a playlist in a fresh element inside `container`. Everything that the browser could do with the video beside showing it is off. */
export function openEngine(container: HTMLElement, playlistUrl: string, listener: EngineListener): Engine {
  bufferLittle();
  const player = videojs(newVideo(container), {
    preload: "auto",
    controls: false,
    inactivityTimeout: 0,
    userActions: { click: false, doubleClick: false, hotkeys: false },
    disablePictureInPicture: true,
    suppressNotSupportedError: true,
    ...NO_FACE,
    html5: {
      nativeTextTracks: false,
      vhs: {
        overrideNative: true,
        // One key per view: otherwise the key would be asked for with every segment.
        cacheEncryptionKeys: true,
        experimentalUseMMS: true,
        useBandwidthFromLocalStorage: false,
      },
    },
  });
  let isWaiting = false;
  player.on("xhr-hooks-ready", () => hearAnswers(player.tech(true), listener.onAnswer));
  player.on("waiting", () => {
    isWaiting = true;
  });
  player.on(["playing", "canplay", "pause", "ended"], () => {
    isWaiting = false;
  });
  player.on([...CHANGES, ...MORE_CHANGES], () => listener.onChange());
  player.one("loadedmetadata", () => listener.onReady());
  player.on("error", () => listener.onFailure());
  player.src({ src: playlistUrl, type: "application/vnd.apple.mpegurl" });

  return {
    currentTimeMs: () => Math.round((player.currentTime() ?? 0) * 1000),
    isPaused: () => player.paused(),
    isWaiting: () => isWaiting,
    isMuted: () => player.muted() === true,
    playbackRate: () => player.playbackRate() ?? 1,
    play: () => {
      // A browser that wants a gesture first refuses; the person then presses play.
      player.play()?.catch(() => undefined);
    },
    pause: () => player.pause(),
    seekTo: (milliseconds) => {
      player.currentTime(milliseconds / 1000);
    },
    setMuted: (muted) => {
      player.muted(muted);
    },
    setPlaybackRate: (rate) => {
      player.playbackRate(rate);
    },
    dispose: () => player.dispose(),
  };
}

// Our own controls stand below the picture; video.js brings an icon font that our content security policy refuses.
const NO_FACE = {
  bigPlayButton: false,
  controlBar: false,
  errorDisplay: false,
  liveTracker: false,
  loadingSpinner: false,
  posterImage: false,
  resizeManager: false,
  textTrackDisplay: false,
  textTrackSettings: false,
  titleBar: false,
};

function newVideo(container: HTMLElement): HTMLVideoElement {
  const video = document.createElement("video");
  video.className = "video-js";
  video.playsInline = true;
  video.disablePictureInPicture = true;
  video.disableRemotePlayback = true;
  video.setAttribute("controlslist", "nodownload noremoteplayback nofullscreen");
  video.setAttribute("playsinline", "");
  video.tabIndex = -1;
  container.append(video);
  return video;
}

function bufferLittle(): void {
  videojs.log.level("off");
  const streaming: unknown = Reflect.get(videojs, "Vhs");
  if (typeof streaming !== "object" || streaming === null) return;
  Object.assign(streaming, { GOAL_BUFFER_LENGTH: AHEAD_SECONDS, MAX_GOAL_BUFFER_LENGTH: AHEAD_SECONDS });
}

/** Without a part of its own for streaming, where the browser plays HLS by itself, there is nothing to hear. */
function hearAnswers(tech: unknown, onAnswer: (status: number) => void): void {
  const onResponse = [tech, "vhs", "xhr", "onResponse"].reduce((found, name) => readOf(found, name));
  if (typeof onResponse !== "function") return;
  onResponse((request: unknown) => {
    if (readOf(request, "aborted") === true) return;
    const status = readOf(request, "status");
    onAnswer(typeof status === "number" ? status : 0);
  });
}

function readOf(holder: unknown, name: unknown): unknown {
  const canHold = (typeof holder === "object" && holder !== null) || typeof holder === "function";
  return canHold && typeof name === "string" ? Reflect.get(holder as object, name) : undefined;
}
