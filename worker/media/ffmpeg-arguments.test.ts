import { expect, test } from "vitest";
import { RENDITION_PLAYLIST, RENDITION_SEGMENT_PATTERN } from "~/domain/footage/renditions";
import { PLAYLIST_NAME, segmentName } from "~/storage/keys";
import {
  buildHeaderProbe,
  buildPacketProbe,
  buildPoster,
  buildSegmentProbe,
  buildTranscode,
  buildUncutProbe,
} from "~/worker/media/ffmpeg-arguments";

const plan = {
  width: 1280,
  height: 720,
  framesPerSecond: 25,
  segmentSeconds: 6,
  groupOfPictures: 150,
  maxVideoKilobits: 2500,
  audioKilobits: 128,
};

test("a transcode opens its input with a locked demuxer and takes the first picture and sound, no texts", () => {
  const command = buildTranscode({
    input: "/in/input",
    keyInfoFile: "/in/k/info",
    plan,
    source: { container: "mp4" },
    threads: 2,
  });

  expect(command.join(" ")).toMatchInlineSnapshot(
    `"ffmpeg -nostdin -hide_banner -nostats -v verbose -xerror -err_detect explode -threads 2 -protocol_whitelist file -max_streams 16 -max_pixels 9000000 -f mov,mp4,m4a,3gp,3g2,mj2 -enable_drefs 0 -use_absolute_path 0 -i /in/input -map 0:V:0 -map 0:a:0? -sn -dn -map_metadata -1 -map_chapters -1 -vf fps=25,scale=1280:720,setsar=1,format=yuv420p -c:v libx264 -preset veryfast -profile:v high -threads 2 -crf 23 -maxrate 2500k -bufsize 5000k -g 150 -keyint_min 150 -sc_threshold 0 -c:a aac -b:a 128k -ar 48000 -ac 2 -f hls -hls_time 6 -hls_playlist_type vod -hls_list_size 0 -hls_key_info_file /in/k/info -hls_segment_filename segment-%05d.ts -progress pipe:1 -stats_period 0.5 playlist.m3u8"`,
  );
});

test("a poster is the most typical frame after the given second, with its brightness measured", () => {
  const command = buildPoster({
    input: "/in/input",
    source: { container: "matroska" },
    atSeconds: 20 / 3,
    width: 640,
    height: 360,
    fileName: "poster.jpg",
  });

  expect(command.join(" ")).toMatchInlineSnapshot(
    `"ffmpeg -nostdin -hide_banner -nostats -v error -ss 6.667 -protocol_whitelist file -max_streams 16 -max_pixels 9000000 -f matroska -i /in/input -map 0:V:0 -an -sn -dn -map_metadata -1 -map_chapters -1 -vf scale=640:360,thumbnail=n=25,setsar=1,format=yuvj420p,signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=pipe\\\\:1 -frames:v 1 -c:v mjpeg -q:v 3 -flags:v +bitexact -fflags +bitexact -f image2 -update 1 -y poster.jpg"`,
  );
});

test("a probe asks for measures and never for the texts a file carries", () => {
  expect(buildHeaderProbe("mp4", "/in/input").join(" ")).toMatchInlineSnapshot(
    `"ffprobe -hide_banner -v error -of json -show_entries stream=index,codec_type,codec_name,width,height,pix_fmt,sample_aspect_ratio,duration,nb_frames:stream_disposition=attached_pic:stream_tags=rotate:stream_side_data=rotation:format=duration -protocol_whitelist file -max_streams 16 -max_pixels 9000000 -f mov,mp4,m4a,3gp,3g2,mj2 -enable_drefs 0 -use_absolute_path 0 -i /in/input"`,
  );
  expect(buildPacketProbe("matroska", "/in/input").join(" ")).toMatchInlineSnapshot(
    `"ffprobe -hide_banner -v error -of compact=p=0 -show_entries packet=stream_index,pts_time,duration_time,size,flags -protocol_whitelist file -max_streams 16 -max_pixels 9000000 -f matroska -i /in/input"`,
  );
  expect(buildUncutProbe("/in/input").join(" ")).toMatchInlineSnapshot(
    `"ffprobe -hide_banner -v error -of csv=p=0 -select_streams V:0 -show_entries stream=duration -ignore_editlist 1 -protocol_whitelist file -max_streams 16 -max_pixels 9000000 -f mov,mp4,m4a,3gp,3g2,mj2 -enable_drefs 0 -use_absolute_path 0 -i /in/input"`,
  );
  expect(buildSegmentProbe("/in/input").join(" ")).toMatchInlineSnapshot(
    `"ffprobe -v error -protocol_whitelist file -of compact=p=0 -show_entries stream=index,codec_type -f mpegts -i /in/input"`,
  );
});

test("the names in the playlist are the names in the store", () => {
  expect(RENDITION_PLAYLIST).toBe(PLAYLIST_NAME);
  expect(RENDITION_SEGMENT_PATTERN.replace("%05d", "00012")).toBe(segmentName(12));
});
