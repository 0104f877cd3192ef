import { useNavigate } from "@remix-run/react";
import { type FormEvent, type ReactNode, useMemo, useState } from "react";
import { Button } from "~/app/components/ui/button";
import { ErrorSummary } from "~/app/components/ui/error-summary";
import { FileField } from "~/app/components/ui/file-field";
import { LARGEST_UPLOAD_TEXT } from "~/app/components/upload/bytes-text";
import { UploadProgress } from "~/app/components/upload/upload-progress";
import { useClipUpload } from "~/app/components/upload/use-clip-upload";
import { paths } from "~/app/paths";
import { UPLOAD_EXTENSIONS } from "~/domain/footage/upload-limits";

interface ClipUploadProps {
  clipId: string;
  /** What went wrong before, in words. */
  message: string | null;
  /** What comes before the file; inside, so that the error summary stands above it. */
  children: ReactNode;
}

const FIELD = "file";

/** Chooses a file and sends it, with a bar that follows it; where no scripts run, by a plain form. */
export function ClipUpload({ children, clipId, message }: ClipUploadProps) {
  const navigate = useNavigate();
  const upload = useClipUpload(clipId, message, () => navigate(paths.clip(clipId)));
  const [isMissing, setMissing] = useState(false);
  const { state } = upload;
  const problem = isMissing ? "Choose a file" : state.phase === "choosing" ? state.message : null;
  const errors = useMemo(
    () => ({ formErrors: [], fieldErrors: problem === null ? {} : { [FIELD]: [problem] } }),
    [problem],
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get(FIELD);
    const isChosen = file instanceof File && file.name !== "";
    setMissing(!isChosen);
    if (isChosen) void upload.send(file);
  };

  if (state.phase !== "choosing") {
    return (
      <>
        {children}
        <UploadProgress
          state={state}
          onPause={upload.pause}
          onResume={upload.resume}
          onChooseAgain={upload.chooseAgain}
        />
      </>
    );
  }
  return (
    <form
      className="app-upload"
      method="post"
      action={paths.uploadForm(clipId)}
      encType="multipart/form-data"
      noValidate
      onSubmit={submit}
    >
      {problem === null ? null : <ErrorSummary errors={errors} />}
      {children}
      <FileField
        name={FIELD}
        label="Redacted clip"
        hint={`MP4, MOV or MKV, at most ${LARGEST_UPLOAD_TEXT} and 4 hours`}
        accept={UPLOAD_EXTENSIONS.join(",")}
        error={problem ?? undefined}
      />
      <Button>Upload</Button>
    </form>
  );
}
