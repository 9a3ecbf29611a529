<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * PSR-7 (https://www.php-fig.org/psr/psr-7/): the interfaces of the package
 * psr/http-message. They declare types of parameters and none of results, as
 * version 1.1 of it does: classes written against 1.0, 1.1 and 2.0 all load on
 * top of them. Where a with...() method returns `static`, that is a clone of the
 * object, or the object itself when nothing changes.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Psr\Http\Message {

    /** What requests and responses have in common. */
    interface MessageInterface
    {
        /**
         * The version of HTTP, such as "1.1".
         *
         * @return string
         */
        public function getProtocolVersion();

        /**
         * With another version of HTTP.
         *
         * @return static
         */
        public function withProtocolVersion(string $version);

        /**
         * All headers: name, in the case in which it came first => list of values.
         *
         * @return string[][]
         */
        public function getHeaders();

        /**
         * Whether there is such a header, in any case.
         *
         * @return bool
         */
        public function hasHeader(string $name);

        /**
         * The values of a header, in any case; [] when there is none.
         *
         * @return string[]
         */
        public function getHeader(string $name);

        /**
         * The values of a header joined with ", "; "" when there is none.
         *
         * @return string
         */
        public function getHeaderLine(string $name);

        /**
         * With this header in place of any of that name (RFC 9110 section 5).
         *
         * @param string|string[] $value
         * @return static
         */
        public function withHeader(string $name, $value);

        /**
         * With these values behind those that the header has.
         *
         * @param string|string[] $value
         * @return static
         */
        public function withAddedHeader(string $name, $value);

        /**
         * Without the header, in any case.
         *
         * @return static
         */
        public function withoutHeader(string $name);

        /**
         * The body. Clones share it.
         *
         * @return StreamInterface
         */
        public function getBody();

        /**
         * With another body.
         *
         * @return static
         */
        public function withBody(StreamInterface $body);
    }

    /** A request, as a client sends it. */
    interface RequestInterface extends MessageInterface
    {
        /**
         * What stands in the request line: the target that was set, else path and query of the URI.
         *
         * @return string
         */
        public function getRequestTarget();

        /**
         * With this in the request line (RFC 9112 section 3.2), in which no white space may be.
         *
         * @return static
         */
        public function withRequestTarget(string $requestTarget);

        /**
         * The method.
         *
         * @return string
         */
        public function getMethod();

        /**
         * With another method.
         *
         * @return static
         */
        public function withMethod(string $method);

        /**
         * The URI.
         *
         * @return UriInterface
         */
        public function getUri();

        /**
         * With another URI. Its host, if it has one, becomes the Host header, unless there is
         * one already and $preserveHost is true.
         *
         * @return static
         */
        public function withUri(UriInterface $uri, bool $preserveHost = false);
    }

    /** A request, as a server has taken it apart. */
    interface ServerRequestInterface extends RequestInterface
    {
        /**
         * What $_SERVER would hold.
         *
         * @return array
         */
        public function getServerParams();

        /**
         * The cookies: name => value.
         *
         * @return array
         */
        public function getCookieParams();

        /**
         * With these cookies; the headers stay.
         *
         * @return static
         */
        public function withCookieParams(array $cookies);

        /**
         * The query, decoded.
         *
         * @return array
         */
        public function getQueryParams();

        /**
         * With this query; the URI stays.
         *
         * @return static
         */
        public function withQueryParams(array $query);

        /**
         * A tree with an UploadedFileInterface in each leaf.
         *
         * @return array
         */
        public function getUploadedFiles();

        /**
         * With these files.
         *
         * @return static
         */
        public function withUploadedFiles(array $uploadedFiles);

        /**
         * The body, decoded.
         *
         * @return null|array|object
         */
        public function getParsedBody();

        /**
         * With this as the decoded body.
         *
         * @param null|array|object $data
         * @return static
         */
        public function withParsedBody($data);

        /**
         * All attributes that were derived from the request.
         *
         * @return array
         */
        public function getAttributes();

        /**
         * One attribute, $default when there is none.
         *
         * @param mixed $default
         * @return mixed
         */
        public function getAttribute(string $name, $default = null);

        /**
         * With this attribute.
         *
         * @param mixed $value
         * @return static
         */
        public function withAttribute(string $name, $value);

        /**
         * Without this attribute.
         *
         * @return static
         */
        public function withoutAttribute(string $name);
    }

    /** A response. */
    interface ResponseInterface extends MessageInterface
    {
        /**
         * The status, 100 to 599.
         *
         * @return int
         */
        public function getStatusCode();

        /**
         * With another status, 100 to 599; without a phrase with that of the status, if it has one.
         *
         * @return static
         */
        public function withStatus(int $code, string $reasonPhrase = '');

        /**
         * The phrase behind the status, which may be empty.
         *
         * @return string
         */
        public function getReasonPhrase();
    }

    /** The body of a message. */
    interface StreamInterface
    {
        /** All of it, from the start. */
        public function __toString(): string;

        /**
         * Closes it and what is under it.
         *
         * @return void
         */
        public function close();

        /**
         * Hands out what is under it, null when that has happened before. The stream is of no
         * more use.
         *
         * @return resource|null
         */
        public function detach();

        /**
         * The size in bytes, null when it is not known.
         *
         * @return int|null
         */
        public function getSize();

        /**
         * The position in bytes.
         *
         * @return int
         */
        public function tell();

        /**
         * Whether a read has met the end.
         *
         * @return bool
         */
        public function eof();

        /**
         * Whether seek() works.
         *
         * @return bool
         */
        public function isSeekable();

        /**
         * Goes to a position in bytes, as fseek() counts it.
         *
         * @return void
         */
        public function seek(int $offset, int $whence = SEEK_SET);

        /**
         * Goes to the start.
         *
         * @return void
         */
        public function rewind();

        /**
         * Whether write() works.
         *
         * @return bool
         */
        public function isWritable();

        /**
         * Writes at the position; returns how many bytes.
         *
         * @return int
         */
        public function write(string $string);

        /**
         * Whether read() works.
         *
         * @return bool
         */
        public function isReadable();

        /**
         * Up to so many bytes from the position on.
         *
         * @return string
         */
        public function read(int $length);

        /**
         * All from the position to the end.
         *
         * @return string
         */
        public function getContents();

        /**
         * What stream_get_meta_data() says: all, or what stands at $key, null if nothing does.
         *
         * @return mixed
         */
        public function getMetadata(?string $key = null);
    }

    /** A URI (RFC 3986). */
    interface UriInterface
    {
        /**
         * The scheme in lower case, without ":".
         *
         * @return string
         */
        public function getScheme();

        /**
         * [user-info@]host[:port].
         *
         * @return string
         */
        public function getAuthority();

        /**
         * user[:password].
         *
         * @return string
         */
        public function getUserInfo();

        /**
         * The host in lower case, an IPv6 address in brackets.
         *
         * @return string
         */
        public function getHost();

        /**
         * The port; null when there is none, or it is the scheme's own.
         *
         * @return int|null
         */
        public function getPort();

        /**
         * The path, escaped.
         *
         * @return string
         */
        public function getPath();

        /**
         * The query, escaped, without "?".
         *
         * @return string
         */
        public function getQuery();

        /**
         * The fragment, escaped, without "#".
         *
         * @return string
         */
        public function getFragment();

        /**
         * With another scheme, "" for none.
         *
         * @return static
         */
        public function withScheme(string $scheme);

        /**
         * With another user and password, "" for none.
         *
         * @return static
         */
        public function withUserInfo(string $user, ?string $password = null);

        /**
         * With another host, "" for none.
         *
         * @return static
         */
        public function withHost(string $host);

        /**
         * With another port, 0 to 65535, null for none.
         *
         * @return static
         */
        public function withPort(?int $port);

        /**
         * With another path, which is escaped where it must be.
         *
         * @return static
         */
        public function withPath(string $path);

        /**
         * With another query, which is escaped where it must be, "" for none.
         *
         * @return static
         */
        public function withQuery(string $query);

        /**
         * With another fragment, which is escaped where it must be, "" for none.
         *
         * @return static
         */
        public function withFragment(string $fragment);

        /** The URI (RFC 3986 section 5.3). */
        public function __toString(): string;
    }

    /** A file that came with a request. */
    interface UploadedFileInterface
    {
        /**
         * The contents.
         *
         * @return StreamInterface
         */
        public function getStream();

        /**
         * Moves the file to that path.
         *
         * @return void
         */
        public function moveTo(string $targetPath);

        /**
         * The size in bytes, null when it is not known.
         *
         * @return int|null
         */
        public function getSize();

        /**
         * One of the constants UPLOAD_ERR_….
         *
         * @return int
         */
        public function getError();

        /**
         * The name that the client gave.
         *
         * @return string|null
         */
        public function getClientFilename();

        /**
         * The media type that the client gave.
         *
         * @return string|null
         */
        public function getClientMediaType();
    }
}
