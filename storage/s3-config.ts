/** Where the objects are and how to get at them; read from the environment by the doors alone. */
export interface S3Config {
  /** Absent: Amazon's own endpoint of the region. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** True where the bucket is part of the path and not of the host name, as with the embedded endpoint. */
  readonly forcePathStyle: boolean;
}
