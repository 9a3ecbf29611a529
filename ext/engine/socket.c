/* SPDX-License-Identifier: MIT
 *
 * L3: listening sockets: made from an address, or taken as somebody else has made
 * them. One of a Unix path owns its file. A file that is left of a server that has
 * died is replaced, one behind which somebody answers is not, and what is no socket
 * is never touched.
 *
 * Every descriptor is close-on-exec, so a program that user code starts does not hold
 * the port. Called by server.c and listener.c.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* accept4 */
#endif

#include "internal.h"
#include "sockets.h"

#include <stdio.h>
#include <string.h>
#ifndef _WIN32
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

union name {
	struct sockaddr any;
	struct sockaddr_in in;
	struct sockaddr_in6 in6;
#ifndef _WIN32
	struct sockaddr_un path;
#endif
	struct sockaddr_storage storage;
};

static bool failed(struct wsc_listen_failure *failure, int error, const char *call)
{
	failure->error = error;
	failure->call = call;
	return false;
}

static int open_socket(int family)
{
#ifdef SOCK_CLOEXEC
	return socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
#else
	int fd = socket(family, SOCK_STREAM, 0);

	if (fd >= 0 && (evutil_make_socket_closeonexec(fd) != 0 || evutil_make_socket_nonblocking(fd) != 0)) {
		evutil_closesocket(fd);
		return -1;
	}
	return fd;
#endif
}

/* ---- the file of a Unix socket ------------------------------------------------------- */

#ifndef _WIN32
/* Is somebody alive behind it? Its backlog may be full: then, too. */
static bool answers(const union name *name, socklen_t length)
{
	int fd = open_socket(AF_UNIX);
	bool alive = fd < 0 || connect(fd, &name->any, length) == 0 || (errno != ECONNREFUSED && errno != ENOENT);

	if (fd >= 0) {
		close(fd);
	}
	return alive;
}

/* bind() has found a file there. true: it was a dead server's and is gone. */
static bool remove_stale(const union name *name, socklen_t length, struct wsc_listen_failure *failure)
{
	struct stat status;

	if (lstat(name->path.sun_path, &status) != 0) {
		return errno == ENOENT || failed(failure, errno, "lstat");
	}
	if (!S_ISSOCK(status.st_mode)) {
		return failed(failure, ENOTSOCK, "lstat");
	}
	if (answers(name, length)) {
		return failed(failure, EADDRINUSE, "connect");
	}
	return unlink(name->path.sun_path) == 0 || errno == ENOENT || failed(failure, errno, "unlink");
}

/* The mode is there from the first moment on, so that nobody gets in before. */
static int bind_with_mode(int fd, const union name *name, socklen_t length, uint32_t mode)
{
	mode_t before = mode != 0 ? umask((mode_t) (~mode & 0777)) : 0;
	int result = bind(fd, &name->any, length);
	int error = errno;

	if (mode != 0) {
		umask(before);
	}
	errno = error;
	return result;
}

static bool bind_unix(struct wsc_socket *made, const union name *name, socklen_t length,
                      const struct wsc_options *options, struct wsc_listen_failure *failure)
{
	struct stat status;

	if (bind_with_mode(made->fd, name, length, options->unix_mode) != 0) {
		if (errno != EADDRINUSE) {
			return failed(failure, errno, "bind");
		}
		if (!remove_stale(name, length, failure)) {
			return false;
		}
		if (bind_with_mode(made->fd, name, length, options->unix_mode) != 0) {
			return failed(failure, errno, "bind");
		}
	}
	if (lstat(name->path.sun_path, &status) == 0) {
		made->file = (struct wsc_socket_file){(uint64_t) status.st_dev, (uint64_t) status.st_ino, (long) getpid()};
	}
	return true;
}

/* Ours alone: a child may have a copy of the socket, another server our name. */
static void remove_file(const struct wsc_socket *made)
{
	const char *path = made->uri + strlen("unix://");
	struct stat status;

	if (made->file.pid == (long) getpid() && lstat(path, &status) == 0 &&
	    (uint64_t) status.st_dev == made->file.device && (uint64_t) status.st_ino == made->file.inode) {
		unlink(path);
	}
}
#endif

/* ---- making -------------------------------------------------------------------------- */

static bool name_of(const struct wsc_address *address, union name *name, socklen_t *length,
                    struct wsc_listen_failure *failure)
{
	memset(name, 0, sizeof *name);
	if (address->kind == WSC_ADDRESS_UNIX) {
#ifdef _WIN32
		return failed(failure, EAFNOSUPPORT, "socket");
#else
		if (address->name.length >= sizeof name->path.sun_path || address->name.length >= WSC_URI_SIZE - 8) {
			return failed(failure, ENAMETOOLONG, "bind");
		}
		name->path.sun_family = AF_UNIX;
		memcpy(name->path.sun_path, address->name.bytes, address->name.length);
		*length = sizeof name->path;
#endif
	} else if (address->ip.family == WSC_FAMILY_IPV6) {
		name->in6.sin6_family = AF_INET6;
		name->in6.sin6_port = htons(address->port);
		memcpy(&name->in6.sin6_addr, address->ip.bytes, 16);
		*length = sizeof name->in6;
	} else {
		name->in.sin_family = AF_INET;
		name->in.sin_port = htons(address->port);
		memcpy(&name->in.sin_addr, address->ip.bytes, 4);
		*length = sizeof name->in;
	}
	return true;
}

/* A port whose last connections linger may be had again; of a Windows this is true
 * anyway, and there SO_REUSEADDR would let anybody have one that is in use. */
#ifdef _WIN32
#define REUSE_OPTION SO_EXCLUSIVEADDRUSE
#else
#define REUSE_OPTION SO_REUSEADDR
#endif

/* Accepted sockets inherit TCP_NODELAY where it matters (Linux, BSD). */
static bool bind_tcp(int fd, const union name *name, socklen_t length, const struct wsc_options *options,
                     bool ipv6_only, struct wsc_listen_failure *failure)
{
	int on = 1;
	int only = ipv6_only;

	if (setsockopt(fd, SOL_SOCKET, REUSE_OPTION, (const void *) &on, sizeof on) != 0) {
		return failed(failure, wsc_socket_error(), "setsockopt");
	}
	if (options->reuse_port) {
#ifdef SO_REUSEPORT
		if (setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0) {
			return failed(failure, errno, "SO_REUSEPORT");
		}
#else
		return failed(failure, EOPNOTSUPP, "SO_REUSEPORT");
#endif
	}
	if (name->any.sa_family == AF_INET6) {
		/* Some systems have no sockets for both: nothing is lost by that. */
		setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, (const void *) &only, sizeof only);
	}
	if (options->tcp_nodelay) {
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, (const void *) &on, sizeof on);
	}
	return bind(fd, &name->any, length) == 0 || failed(failure, wsc_socket_error(), "bind");
}

/* What the system says of it, as text. */
static void describe(struct wsc_socket *made)
{
	union name name;
	socklen_t length = sizeof name;
	char text[WSC_ADDRESS_SIZE] = "";

	memset(&name, 0, sizeof name);
	getsockname(made->fd, &name.any, &length);
	if (name.any.sa_family == AF_INET) {
		made->port = ntohs(name.in.sin_port);
		inet_ntop(AF_INET, &name.in.sin_addr, text, sizeof text);
		snprintf(made->uri, sizeof made->uri, "tcp://%s:%u", text, made->port);
	} else if (name.any.sa_family == AF_INET6) {
		made->port = ntohs(name.in6.sin6_port);
		inet_ntop(AF_INET6, &name.in6.sin6_addr, text, sizeof text);
		snprintf(made->uri, sizeof made->uri, "tcp://[%s]:%u", text, made->port);
	}
#ifndef _WIN32
	else {
		/* A path, or behind a NUL byte a name in Linux' own space; that ends where the name does. */
		size_t room =
			length > offsetof(struct sockaddr_un, sun_path) ? length - offsetof(struct sockaddr_un, sun_path) : 0;
		bool hidden = room > 0 && name.path.sun_path[0] == '\0';

		snprintf(made->uri, sizeof made->uri, "unix://%s%.*s", hidden ? "@" : "", (int) (hidden ? room - 1 : room),
		         name.path.sun_path + hidden);
	}
#endif
}

bool wsc_socket_open(struct wsc_socket *made, const struct wsc_address *address, const struct wsc_options *options,
                     bool ipv6_only, struct wsc_listen_failure *failure)
{
	union name name;
	socklen_t length;
	bool bound;

	memset(made, 0, sizeof *made);
	made->fd = -1;
	if (!name_of(address, &name, &length, failure)) {
		return false;
	}
	made->fd = open_socket(name.any.sa_family);
	if (made->fd < 0) {
		return failed(failure, wsc_socket_error(), "socket");
	}
#ifdef _WIN32
	bound = bind_tcp(made->fd, &name, length, options, ipv6_only, failure);
#else
	bound = name.any.sa_family == AF_UNIX ? bind_unix(made, &name, length, options, failure)
	                                      : bind_tcp(made->fd, &name, length, options, ipv6_only, failure);
#endif
	if (bound) {
		describe(made);
		if (listen(made->fd, (int) options->backlog) == 0) {
			return true;
		}
		failed(failure, wsc_socket_error(), "listen");
	}
	wsc_socket_close(made);
	return false;
}

#ifdef _WIN32
bool wsc_socket_adopt(struct wsc_socket *made, int fd, struct wsc_listen_failure *failure)
{
	(void) fd;
	memset(made, 0, sizeof *made);
	made->fd = -1;
	return failed(failure, EOPNOTSUPP, "dup");
}

/* Sockets of a Windows are inherited only by who is given them. */
void wsc_socket_mark(int fd)
{
	(void) fd;
}
#else
bool wsc_socket_adopt(struct wsc_socket *made, int fd, struct wsc_listen_failure *failure)
{
	int listening = 0;
	socklen_t length = sizeof listening;

	memset(made, 0, sizeof *made);
	made->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	if (made->fd < 0) {
		return failed(failure, errno, "fcntl");
	}
	if (getsockopt(made->fd, SOL_SOCKET, SO_ACCEPTCONN, &listening, &length) != 0) {
		failed(failure, errno, "getsockopt");
	} else if (!listening) {
		failed(failure, EINVAL, "accept");
	} else if (evutil_make_socket_nonblocking(made->fd) != 0) {
		failed(failure, errno, "fcntl");
	} else {
		describe(made);
		return true;
	}
	wsc_socket_close(made);
	return false;
}

void wsc_socket_mark(int fd)
{
	if (fcntl(fd, F_GETFD) >= 0) {
		evutil_make_socket_closeonexec(fd);
	}
}
#endif

void wsc_socket_close(struct wsc_socket *made)
{
#ifndef _WIN32
	if (made->file.pid != 0) {
		remove_file(made);
	}
#endif
	if (made->fd >= 0) {
		evutil_closesocket(made->fd);
	}
	made->fd = -1;
	made->port = 0;
	made->uri[0] = '\0';
	made->file.pid = 0;
}

/* ---- accepting --------------------------------------------------------------------------- */

int wsc_socket_accept(const struct wsc_socket *made, struct wsc_ip *ip, uint16_t *port)
{
	union name name;
	socklen_t length = sizeof name;
	int fd;

	name.any.sa_family = AF_UNSPEC;
#ifdef SOCK_CLOEXEC
	fd = accept4(made->fd, &name.any, &length, SOCK_CLOEXEC | SOCK_NONBLOCK);
#else
	fd = accept(made->fd, &name.any, &length);
	if (fd >= 0 && (evutil_make_socket_closeonexec(fd) != 0 || evutil_make_socket_nonblocking(fd) != 0)) {
		evutil_closesocket(fd);
		return -1;
	}
#endif
#ifdef SO_NOSIGPIPE
	if (fd >= 0) {
		int on = 1;

		setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on); /* there is no MSG_NOSIGNAL */
	}
#endif
	if (fd >= 0 && name.any.sa_family == AF_INET) {
		*ip = wsc_ip_of(WSC_FAMILY_IPV4, (const uint8_t *) &name.in.sin_addr);
		*port = ntohs(name.in.sin_port);
	} else if (fd >= 0 && name.any.sa_family == AF_INET6) {
		*ip = wsc_ip_of(WSC_FAMILY_IPV6, (const uint8_t *) &name.in6.sin6_addr);
		*port = ntohs(name.in6.sin6_port);
	} else {
		*ip = wsc_ip_of(WSC_FAMILY_NONE, NULL);
		*port = 0;
	}
	return fd;
}
