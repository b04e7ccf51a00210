/* Stands in for libcrypto.so.3 beside libxlsxwriter, which asks for MD5 to tell pictures apart. No sheet of ours holds a
 * picture; 1.5 MB of the bundle are saved. Built by build-command, not part of the package's targets. */
int MD5_Init(void *context) { return (void)context, 0; }
int MD5_Update(void *context, const void *data, unsigned long size) { return (void)context, (void)data, (void)size, 0; }
int MD5_Final(unsigned char *digest, void *context) { return (void)digest, (void)context, 0; }
