/* SPDX-License-Identifier: MIT
 *
 * The names of the system's errors, which React's exceptions have in brackets. PHP
 * knows them only where the extensions sockets, pcntl or posix are loaded. Called by
 * react_socket_io.c and its like.
 */
#include "react_socket.h"

#include <errno.h>

static const struct {
	int number;
	const char *name;
} errors[] = {
	{EPERM, "EPERM"},
	{ENOENT, "ENOENT"},
	{ESRCH, "ESRCH"},
	{EINTR, "EINTR"},
	{EIO, "EIO"},
	{ENXIO, "ENXIO"},
	{E2BIG, "E2BIG"},
	{ENOEXEC, "ENOEXEC"},
	{EBADF, "EBADF"},
	{ECHILD, "ECHILD"},
	{EAGAIN, "EAGAIN"},
	{ENOMEM, "ENOMEM"},
	{EACCES, "EACCES"},
	{EFAULT, "EFAULT"},
	{EBUSY, "EBUSY"},
	{EEXIST, "EEXIST"},
	{EXDEV, "EXDEV"},
	{ENODEV, "ENODEV"},
	{ENOTDIR, "ENOTDIR"},
	{EISDIR, "EISDIR"},
	{EINVAL, "EINVAL"},
	{ENFILE, "ENFILE"},
	{EMFILE, "EMFILE"},
	{ENOTTY, "ENOTTY"},
	{ETXTBSY, "ETXTBSY"},
	{EFBIG, "EFBIG"},
	{ENOSPC, "ENOSPC"},
	{ESPIPE, "ESPIPE"},
	{EROFS, "EROFS"},
	{EMLINK, "EMLINK"},
	{EPIPE, "EPIPE"},
	{EDOM, "EDOM"},
	{ERANGE, "ERANGE"},
	{EDEADLK, "EDEADLK"},
	{ENAMETOOLONG, "ENAMETOOLONG"},
	{ENOLCK, "ENOLCK"},
	{ENOSYS, "ENOSYS"},
	{ENOTEMPTY, "ENOTEMPTY"},
	{ELOOP, "ELOOP"},
	{ENOMSG, "ENOMSG"},
	{EIDRM, "EIDRM"},
	{ENOLINK, "ENOLINK"},
	{EPROTO, "EPROTO"},
	{EBADMSG, "EBADMSG"},
	{EOVERFLOW, "EOVERFLOW"},
	{EILSEQ, "EILSEQ"},
	{ENOTSOCK, "ENOTSOCK"},
	{EDESTADDRREQ, "EDESTADDRREQ"},
	{EMSGSIZE, "EMSGSIZE"},
	{EPROTOTYPE, "EPROTOTYPE"},
	{ENOPROTOOPT, "ENOPROTOOPT"},
	{EPROTONOSUPPORT, "EPROTONOSUPPORT"},
	{EOPNOTSUPP, "EOPNOTSUPP"},
	{EAFNOSUPPORT, "EAFNOSUPPORT"},
	{EADDRINUSE, "EADDRINUSE"},
	{EADDRNOTAVAIL, "EADDRNOTAVAIL"},
	{ENETDOWN, "ENETDOWN"},
	{ENETUNREACH, "ENETUNREACH"},
	{ENETRESET, "ENETRESET"},
	{ECONNABORTED, "ECONNABORTED"},
	{ECONNRESET, "ECONNRESET"},
	{ENOBUFS, "ENOBUFS"},
	{EISCONN, "EISCONN"},
	{ENOTCONN, "ENOTCONN"},
	{ETIMEDOUT, "ETIMEDOUT"},
	{ECONNREFUSED, "ECONNREFUSED"},
	{EHOSTUNREACH, "EHOSTUNREACH"},
	{EALREADY, "EALREADY"},
	{EINPROGRESS, "EINPROGRESS"},
	{ECANCELED, "ECANCELED"},
	{EOWNERDEAD, "EOWNERDEAD"},
	{ENOTRECOVERABLE, "ENOTRECOVERABLE"},
#ifdef ENOSTR
	{ENOSTR, "ENOSTR"},
	{ENODATA, "ENODATA"},
	{ETIME, "ETIME"},
	{ENOSR, "ENOSR"},
#endif
#ifndef PHP_WIN32
	{ENOTBLK, "ENOTBLK"},
	{EREMOTE, "EREMOTE"},
	{EMULTIHOP, "EMULTIHOP"},
	{EUSERS, "EUSERS"},
	{ESOCKTNOSUPPORT, "ESOCKTNOSUPPORT"},
	{EPFNOSUPPORT, "EPFNOSUPPORT"},
	{ESHUTDOWN, "ESHUTDOWN"},
	{ETOOMANYREFS, "ETOOMANYREFS"},
	{EHOSTDOWN, "EHOSTDOWN"},
	{ESTALE, "ESTALE"},
	{EDQUOT, "EDQUOT"},
#endif
#ifdef __linux__ /* what System V has left there */
	{ECHRNG, "ECHRNG"},
	{EL2NSYNC, "EL2NSYNC"},
	{EL3HLT, "EL3HLT"},
	{EL3RST, "EL3RST"},
	{ELNRNG, "ELNRNG"},
	{EUNATCH, "EUNATCH"},
	{ENOCSI, "ENOCSI"},
	{EL2HLT, "EL2HLT"},
	{EBADE, "EBADE"},
	{EBADR, "EBADR"},
	{EXFULL, "EXFULL"},
	{ENOANO, "ENOANO"},
	{EBADRQC, "EBADRQC"},
	{EBADSLT, "EBADSLT"},
	{EBFONT, "EBFONT"},
	{ENONET, "ENONET"},
	{ENOPKG, "ENOPKG"},
	{EADV, "EADV"},
	{ESRMNT, "ESRMNT"},
	{ECOMM, "ECOMM"},
	{EDOTDOT, "EDOTDOT"},
	{ENOTUNIQ, "ENOTUNIQ"},
	{EBADFD, "EBADFD"},
	{EREMCHG, "EREMCHG"},
	{ELIBACC, "ELIBACC"},
	{ELIBBAD, "ELIBBAD"},
	{ELIBSCN, "ELIBSCN"},
	{ELIBMAX, "ELIBMAX"},
	{ELIBEXEC, "ELIBEXEC"},
	{ERESTART, "ERESTART"},
	{ESTRPIPE, "ESTRPIPE"},
	{EUCLEAN, "EUCLEAN"},
	{ENOTNAM, "ENOTNAM"},
	{ENAVAIL, "ENAVAIL"},
	{EISNAM, "EISNAM"},
	{EREMOTEIO, "EREMOTEIO"},
	{ENOMEDIUM, "ENOMEDIUM"},
	{EMEDIUMTYPE, "EMEDIUMTYPE"},
	{ENOKEY, "ENOKEY"},
	{EKEYEXPIRED, "EKEYEXPIRED"},
	{EKEYREVOKED, "EKEYREVOKED"},
	{EKEYREJECTED, "EKEYREJECTED"},
	{ERFKILL, "ERFKILL"},
#endif
};

const char *wschat_react_errconst(zend_long number)
{
	size_t i;

	for (i = 0; i < sizeof errors / sizeof errors[0]; i++) {
		if (errors[i].number == number) {
			return errors[i].name;
		}
	}
	return NULL;
}

int wschat_react_errno(const char *text)
{
	size_t i;

	for (i = 0; i < sizeof errors / sizeof errors[0]; i++) {
		if (strcmp(strerror(errors[i].number), text) == 0) {
			return errors[i].number;
		}
	}
	return 0;
}
