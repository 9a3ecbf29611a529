/* SPDX-License-Identifier: MIT
 *
 * A main() in place of libFuzzer's, for any compiler: hands each file named on
 * the command line to the target once and prints how many there were. The
 * target aborts on what does not hold; the name of the file is printed then.
 */
#include "fuzz.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The file that is being replayed. */
static const char *current = "";

/* Only what a signal handler may call. */
static void name_input(int number)
{
	static const char words[] = "input: ";

	if (write(STDERR_FILENO, words, sizeof words - 1) < 0 || write(STDERR_FILENO, current, strlen(current)) < 0 ||
	    write(STDERR_FILENO, "\n", 1) < 0) {
		_exit(2);
	}
	signal(number, SIG_DFL);
	raise(number);
}

/* Exactly as long as the file, so that AddressSanitizer sees its end. */
static uint8_t *read_file(const char *name, size_t *length)
{
	FILE *file = fopen(name, "rb");
	uint8_t *bytes = NULL;
	long size;

	if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0) {
		rewind(file);
		bytes = malloc(size > 0 ? (size_t) size : 1);
		*length = bytes != NULL ? fread(bytes, 1, (size_t) size, file) : 0;
		if (*length != (size_t) size) {
			free(bytes);
			bytes = NULL;
		}
	}
	if (file != NULL) {
		fclose(file);
	}
	return bytes;
}

int main(int count, char **names)
{
	signal(SIGABRT, name_input);
	LLVMFuzzerInitialize(&count, &names);
	for (int i = 1; i < count; i++) {
		size_t length = 0;
		uint8_t *bytes = read_file(names[i], &length);

		if (bytes == NULL) {
			fprintf(stderr, "%s: %s\n", names[i], strerror(errno));
			return 2;
		}
		current = names[i];
		LLVMFuzzerTestOneInput(bytes, length);
		free(bytes);
	}
	printf("%d\n", count - 1);
	return 0;
}
