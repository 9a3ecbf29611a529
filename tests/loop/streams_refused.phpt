--TEST--
Loop: what is no open stream with a descriptor is refused when it is added
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/loop.inc';

$loop = idle_loop();
[$closed] = pair();
fclose($closed);
foreach ([5, 'php://stdin', null, new stdClass, [], $closed, stream_context_create(), fopen('php://memory', 'r'),
    opendir('.')] as $stream) {
    caught(fn() => $loop->addReadStream($stream, 'strlen'));
    caught(fn() => $loop->addWriteStream($stream, 'strlen'));
}
$loop->run(); /* nothing was added */
?>
--EXPECT--
TypeError: WsChat\Loop::addReadStream(): Argument #1 ($stream) must be an open stream, int given
TypeError: WsChat\Loop::addWriteStream(): Argument #1 ($stream) must be an open stream, int given
TypeError: WsChat\Loop::addReadStream(): Argument #1 ($stream) must be an open stream, string given
TypeError: WsChat\Loop::addWriteStream(): Argument #1 ($stream) must be an open stream, string given
TypeError: WsChat\Loop::addReadStream(): Argument #1 ($stream) must be an open stream, null given
TypeError: WsChat\Loop::addWriteStream(): Argument #1 ($stream) must be an open stream, null given
TypeError: WsChat\Loop::addReadStream(): Argument #1 ($stream) must be an open stream, stdClass given
TypeError: WsChat\Loop::addWriteStream(): Argument #1 ($stream) must be an open stream, stdClass given
TypeError: WsChat\Loop::addReadStream(): Argument #1 ($stream) must be an open stream, array given
TypeError: WsChat\Loop::addWriteStream(): Argument #1 ($stream) must be an open stream, array given
TypeError: WsChat\Loop::addReadStream(): Argument #1 ($stream) must be an open stream, a closed or another resource given
TypeError: WsChat\Loop::addWriteStream(): Argument #1 ($stream) must be an open stream, a closed or another resource given
TypeError: WsChat\Loop::addReadStream(): Argument #1 ($stream) must be an open stream, a closed or another resource given
TypeError: WsChat\Loop::addWriteStream(): Argument #1 ($stream) must be an open stream, a closed or another resource given
ValueError: WsChat\Loop::addReadStream(): Argument #1 ($stream) must be a stream that can be waited for, a stream of type MEMORY has no descriptor
ValueError: WsChat\Loop::addWriteStream(): Argument #1 ($stream) must be a stream that can be waited for, a stream of type MEMORY has no descriptor
ValueError: WsChat\Loop::addReadStream(): Argument #1 ($stream) must be a stream that can be waited for, a stream of type dir has no descriptor
ValueError: WsChat\Loop::addWriteStream(): Argument #1 ($stream) must be a stream that can be waited for, a stream of type dir has no descriptor
