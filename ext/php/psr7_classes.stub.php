<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * Native messages of PSR-7, which behave as those of guzzlehttp/psr7 2. They
 * return what psr/http-message 2.0 says and leave parameters untyped: so they
 * fit the interfaces of any version, and a scalar is taken for a string
 * whatever the caller's strict_types. More arguments than declared are ignored,
 * as PHP functions do.
 *
 * Objects are immutable: a with...() method returns the object itself when
 * nothing changes, else a clone. A wrong value throws \InvalidArgumentException.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace WsChat\Psr7 {

    /**
     * A request. Mirrors GuzzleHttp\Psr7\Request.
     *
     * @not-serializable
     */
    class Request implements \Psr\Http\Message\RequestInterface
    {
        /**
         * The method becomes upper case. Without a Host header the host of the URI becomes one.
         *
         * @param string $method
         * @param string|\Psr\Http\Message\UriInterface $uri
         * @param array $headers name => string or list of strings
         * @param null|string|resource|\Stringable|\Psr\Http\Message\StreamInterface $body
         * @throws \InvalidArgumentException
         */
        public function __construct($method, $uri, array $headers = [], $body = null, string $version = '1.1') {}

        /** What stands in the request line: the target that was set, else path and query of the URI. */
        public function getRequestTarget(): string {}

        /**
         * With this in the request line (RFC 9112 section 3.2), in which no white space may be.
         *
         * @param string $requestTarget
         * @throws \InvalidArgumentException
         */
        public function withRequestTarget($requestTarget): static {}

        /** The method. */
        public function getMethod(): string {}

        /**
         * With another method.
         *
         * @param string $method
         * @throws \InvalidArgumentException
         */
        public function withMethod($method): static {}

        /** The URI. */
        public function getUri(): \Psr\Http\Message\UriInterface {}

        /**
         * With another URI. Its host, if it has one, becomes the Host header, unless there is
         * one already and $preserveHost is true.
         *
         * @param bool $preserveHost
         * @throws \InvalidArgumentException when the host can be none
         */
        public function withUri(\Psr\Http\Message\UriInterface $uri, $preserveHost = false): static {}

        /** The version of HTTP, such as "1.1". */
        public function getProtocolVersion(): string {}

        /**
         * With another version of HTTP.
         *
         * @param string $version
         * @throws \InvalidArgumentException when a line would end in it
         */
        public function withProtocolVersion($version): static {}

        /**
         * All headers: name, in the case in which it came first => list of values.
         *
         * @return string[][]
         */
        public function getHeaders(): array {}

        /**
         * Whether there is such a header, in any case.
         *
         * @param string $name
         */
        public function hasHeader($name): bool {}

        /**
         * The values of a header, in any case; [] when there is none.
         *
         * @param string $name
         * @return string[]
         */
        public function getHeader($name): array {}

        /**
         * The values of a header joined with ", "; "" when there is none.
         *
         * @param string $name
         */
        public function getHeaderLine($name): string {}

        /**
         * With this header in place of any of that name (RFC 9110 section 5).
         *
         * @param string $name
         * @param string|string[] $value
         * @throws \InvalidArgumentException for a name that is no token and a value that is no text
         */
        public function withHeader($name, $value): static {}

        /**
         * With these values behind those that the header has.
         *
         * @param string $name
         * @param string|string[] $value
         * @throws \InvalidArgumentException for a name that is no token and a value that is no text
         */
        public function withAddedHeader($name, $value): static {}

        /**
         * Without the header, in any case.
         *
         * @param string $name
         */
        public function withoutHeader($name): static {}

        /** The body. Clones share it. */
        public function getBody(): \Psr\Http\Message\StreamInterface {}

        /** With another body. */
        public function withBody(\Psr\Http\Message\StreamInterface $body): static {}
    }

    /**
     * A response. Mirrors GuzzleHttp\Psr7\Response.
     *
     * @not-serializable
     */
    class Response implements \Psr\Http\Message\ResponseInterface
    {
        /**
         * @param int $status 100 to 599
         * @param array $headers name => string or list of strings
         * @param null|string|resource|\Stringable|\Psr\Http\Message\StreamInterface $body
         * @param string|null $reason null or "" for that of the status
         * @throws \InvalidArgumentException
         */
        public function __construct($status = 200, array $headers = [], $body = null, string $version = '1.1', ?string $reason = null) {}

        /** The status, 100 to 599. */
        public function getStatusCode(): int {}

        /**
         * With another status, 100 to 599; without a phrase with that of the status, if it has one.
         *
         * @param int $code
         * @param string $reasonPhrase
         * @throws \InvalidArgumentException
         */
        public function withStatus($code, $reasonPhrase = ''): static {}

        /** The phrase behind the status, which may be empty. */
        public function getReasonPhrase(): string {}

        /**
         * The version of HTTP, such as "1.1".
         *
         * @implementation-alias WsChat\Psr7\Request::getProtocolVersion
         */
        public function getProtocolVersion(): string {}

        /**
         * With another version of HTTP.
         *
         * @param string $version
         * @implementation-alias WsChat\Psr7\Request::withProtocolVersion
         * @throws \InvalidArgumentException when a line would end in it
         */
        public function withProtocolVersion($version): static {}

        /**
         * All headers: name, in the case in which it came first => list of values.
         *
         * @return string[][]
         * @implementation-alias WsChat\Psr7\Request::getHeaders
         */
        public function getHeaders(): array {}

        /**
         * Whether there is such a header, in any case.
         *
         * @param string $name
         * @implementation-alias WsChat\Psr7\Request::hasHeader
         */
        public function hasHeader($name): bool {}

        /**
         * The values of a header, in any case; [] when there is none.
         *
         * @param string $name
         * @return string[]
         * @implementation-alias WsChat\Psr7\Request::getHeader
         */
        public function getHeader($name): array {}

        /**
         * The values of a header joined with ", "; "" when there is none.
         *
         * @param string $name
         * @implementation-alias WsChat\Psr7\Request::getHeaderLine
         */
        public function getHeaderLine($name): string {}

        /**
         * With this header in place of any of that name (RFC 9110 section 5).
         *
         * @param string $name
         * @param string|string[] $value
         * @implementation-alias WsChat\Psr7\Request::withHeader
         * @throws \InvalidArgumentException for a name that is no token and a value that is no text
         */
        public function withHeader($name, $value): static {}

        /**
         * With these values behind those that the header has.
         *
         * @param string $name
         * @param string|string[] $value
         * @implementation-alias WsChat\Psr7\Request::withAddedHeader
         * @throws \InvalidArgumentException for a name that is no token and a value that is no text
         */
        public function withAddedHeader($name, $value): static {}

        /**
         * Without the header, in any case.
         *
         * @param string $name
         * @implementation-alias WsChat\Psr7\Request::withoutHeader
         */
        public function withoutHeader($name): static {}

        /**
         * The body. Clones share it.
         *
         * @implementation-alias WsChat\Psr7\Request::getBody
         */
        public function getBody(): \Psr\Http\Message\StreamInterface {}

        /**
         * With another body.
         *
         * @implementation-alias WsChat\Psr7\Request::withBody
         */
        public function withBody(\Psr\Http\Message\StreamInterface $body): static {}
    }

    /**
     * A URI. Mirrors GuzzleHttp\Psr7\Uri.
     *
     * @not-serializable
     */
    class Uri implements \Psr\Http\Message\UriInterface, \JsonSerializable
    {
        /**
         * @param string $uri absolute, or relative to what only the caller knows
         * @throws \InvalidArgumentException when it can not be taken apart
         */
        public function __construct($uri = '') {}

        /** The scheme in lower case, without ":". */
        public function getScheme(): string {}

        /** [user-info@]host[:port]. */
        public function getAuthority(): string {}

        /** user[:password]. */
        public function getUserInfo(): string {}

        /** The host in lower case, an IPv6 address in brackets. */
        public function getHost(): string {}

        /** The port; null when there is none, or it is the scheme's own. */
        public function getPort(): ?int {}

        /** The path, escaped. */
        public function getPath(): string {}

        /** The query, escaped, without "?". */
        public function getQuery(): string {}

        /** The fragment, escaped, without "#". */
        public function getFragment(): string {}

        /**
         * With another scheme, "" for none.
         *
         * @param string $scheme
         * @throws \InvalidArgumentException
         */
        public function withScheme($scheme): static {}

        /**
         * With another user and password, "" for none.
         *
         * @param string $user
         * @param string|null $password
         * @throws \InvalidArgumentException
         */
        public function withUserInfo($user, $password = null): static {}

        /**
         * With another host, "" for none.
         *
         * @param string $host
         * @throws \InvalidArgumentException
         */
        public function withHost($host): static {}

        /**
         * With another port, 0 to 65535, null for none.
         *
         * @param int|null $port
         * @throws \InvalidArgumentException
         */
        public function withPort($port): static {}

        /**
         * With another path, which is escaped where it must be.
         *
         * @param string $path
         * @throws \InvalidArgumentException
         */
        public function withPath($path): static {}

        /**
         * With another query, which is escaped where it must be, "" for none.
         *
         * @param string $query
         * @throws \InvalidArgumentException
         */
        public function withQuery($query): static {}

        /**
         * With another fragment, which is escaped where it must be, "" for none.
         *
         * @param string $fragment
         * @throws \InvalidArgumentException
         */
        public function withFragment($fragment): static {}

        /** The URI (RFC 3986 section 5.3). */
        public function __toString(): string {}

        /** The same string. */
        public function jsonSerialize(): string {}
    }

    /**
     * A body: a stream of PHP, or a string that is put into one. Mirrors GuzzleHttp\Psr7\Stream.
     * A clone shares that stream, and its position. It is closed with the last who has it.
     *
     * @not-serializable
     */
    class Stream implements \Psr\Http\Message\StreamInterface
    {
        /**
         * @param string|resource $contents
         * @throws \InvalidArgumentException
         */
        public function __construct($contents = '') {}

        /**
         * All of it, from the start.
         *
         * @throws \RuntimeException when it is detached or can not
         */
        public function __toString(): string {}

        /** Closes it and what is under it. */
        public function close(): void {}

        /**
         * Hands out what is under it, null when that has happened before. The stream is of no
         * more use.
         *
         * @return resource|null
         */
        public function detach() {}

        /** The size in bytes, null when it is not known. */
        public function getSize(): ?int {}

        /**
         * The position in bytes.
         *
         * @throws \RuntimeException when it is detached or can not
         */
        public function tell(): int {}

        /**
         * Whether a read has met the end.
         *
         * @throws \RuntimeException when it is detached or can not
         */
        public function eof(): bool {}

        /** Whether seek() works. */
        public function isSeekable(): bool {}

        /**
         * Goes to a position in bytes, as fseek() counts it.
         *
         * @param int $offset
         * @param int $whence
         * @throws \RuntimeException when it is detached or can not
         */
        public function seek($offset, $whence = SEEK_SET): void {}

        /**
         * Goes to the start.
         *
         * @throws \RuntimeException when it is detached or can not
         */
        public function rewind(): void {}

        /** Whether write() works. */
        public function isWritable(): bool {}

        /**
         * Writes at the position; returns how many bytes.
         *
         * @param string $string
         * @throws \RuntimeException when it is detached or can not
         */
        public function write($string): int {}

        /** Whether read() works. */
        public function isReadable(): bool {}

        /**
         * Up to so many bytes from the position on.
         *
         * @param int $length
         * @throws \RuntimeException when it is detached or can not
         */
        public function read($length): string {}

        /**
         * All from the position to the end.
         *
         * @throws \RuntimeException when it is detached or can not
         */
        public function getContents(): string {}

        /**
         * What stream_get_meta_data() says: all, or what stands at $key, null if nothing does.
         *
         * @param string|null $key
         * @return mixed
         */
        public function getMetadata($key = null) {}
    }

    /** Messages as bytes. Mirrors GuzzleHttp\Psr7\Message. */
    final class Message
    {
        /**
         * The bytes of a request or response, its body read from the start (RFC 9112 section 2.1).
         *
         * @throws \InvalidArgumentException when it is neither
         */
        public static function toString(\Psr\Http\Message\MessageInterface $message): string {}

        /**
         * A request from its bytes. What follows the first empty line is the body. A target that
         * begins with "/" gets scheme and host from the Host header: https if that ends in ":443".
         *
         * @param string $message
         * @throws \InvalidArgumentException when it is no request
         */
        public static function parseRequest($message): Request {}
    }
}
