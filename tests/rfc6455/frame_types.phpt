--TEST--
Frame: arguments are cast as without strict_types, whatever the caller declares
--EXTENSIONS--
wschat
--FILE--
<?php
declare(strict_types=1);

use Ratchet\RFC6455\Messaging\Frame;

class Text
{
	public function __toString(): string
	{
		return 'text';
	}
}

class Fails
{
	public function __toString(): string
	{
		throw new DomainException('no text');
	}
}

function try_it(callable $call): void
{
	try {
		$result = $call();
		echo is_string($result) ? bin2hex($result) : var_export($result, true), "\n";
	} catch (Throwable $e) {
		echo get_class($e), ': ', $e->getMessage(), "\n";
	}
}

echo "-- payload\n";
foreach ([42, -7, 1.5, 1e30, true, false, new Text(), '', null] as $payload) {
	try_it(fn () => (new Frame($payload))->getContents());
}
foreach ([[], new stdClass(), STDIN, fn () => 1, new Fails()] as $payload) {
	try_it(fn () => new Frame($payload));
}

echo "-- final\n";
foreach ([1, 0, '', '0', 'no', null, [], [0], new stdClass()] as $final) {
	try_it(fn () => (new Frame('x', $final))->isFinal());
}

echo "-- opcode\n";
foreach ([2, '2', ' 2', 2.0, true, null, 15, 16, 255, 300, -1, -129] as $opcode) {
	try_it(fn () => (new Frame('x', true, $opcode))->getContents());
	try_it(fn () => (new Frame('x', true, $opcode))->getOpcode());
}
foreach (['two', [], new stdClass()] as $opcode) {
	try_it(fn () => new Frame('x', true, $opcode));
}

echo "-- addBuffer\n";
foreach ([7, 1.5, true, false, new Text(), '', null] as $bytes) {
	try_it(function () use ($bytes) {
		$frame = new Frame();
		$frame->addBuffer($bytes);
		return $frame->bytesRecvd;
	});
}
foreach ([[], new stdClass(), new Fails()] as $bytes) {
	try_it(fn () => (new Frame())->addBuffer($bytes));
}

echo "-- keys\n";
foreach ([1234, 1.25, new Text()] as $key) {
	try_it(fn () => (new Frame('x'))->maskPayload($key)->getMaskingKey());
	try_it(fn () => (new Frame('x'))->applyMask($key, 'abcd'));
}
foreach ([[], new stdClass(), new Fails()] as $key) {
	try_it(fn () => (new Frame('x'))->maskPayload($key));
	try_it(fn () => (new Frame('x'))->applyMask($key));
	try_it(fn () => (new Frame('x'))->applyMask('abcd', $key));
}

echo "-- missing\n";
try_it(fn () => (new Frame())->addBuffer());
try_it(fn () => (new Frame())->applyMask());
?>
--EXPECT--
-- payload
81023432
81022d37
8103312e35
8107312e30452b3330
810131
8100
810474657874
8100
UnderflowException: Not enough bytes received
TypeError: Ratchet\RFC6455\Messaging\Frame::__construct(): Argument #1 ($payload) must be of type ?string, array given
TypeError: Ratchet\RFC6455\Messaging\Frame::__construct(): Argument #1 ($payload) must be of type ?string, stdClass given
TypeError: Ratchet\RFC6455\Messaging\Frame::__construct(): Argument #1 ($payload) must be of type ?string, resource given
TypeError: Ratchet\RFC6455\Messaging\Frame::__construct(): Argument #1 ($payload) must be of type ?string, Closure given
DomainException: no text
-- final
true
false
false
false
true
false
false
true
true
-- opcode
820178
2
820178
2
820178
2
820178
2
810178
1
800178
0
8f0178
15
900178
0
7f0178
271
ac0178
268
7f0178
15
ff0178
UnderflowException: Not enough bytes received to determine opcode
TypeError: Unsupported operand types: int + string
TypeError: Unsupported operand types: int + array
TypeError: Unsupported operand types: int + stdClass
-- addBuffer
1
3
1
0
4
0
0
TypeError: Ratchet\RFC6455\Messaging\Frame::addBuffer(): Argument #1 ($buf) must be of type string, array given
TypeError: Ratchet\RFC6455\Messaging\Frame::addBuffer(): Argument #1 ($buf) must be of type string, stdClass given
DomainException: no text
-- keys
31323334
50505050
312e3235
504c5151
74657874
15071b10
TypeError: Ratchet\RFC6455\Messaging\Frame::maskPayload(): Argument #1 ($maskingKey) must be of type ?string, array given
TypeError: Ratchet\RFC6455\Messaging\Frame::applyMask(): Argument #1 ($maskingKey) must be of type string, array given
TypeError: Ratchet\RFC6455\Messaging\Frame::applyMask(): Argument #2 ($payload) must be of type ?string, array given
TypeError: Ratchet\RFC6455\Messaging\Frame::maskPayload(): Argument #1 ($maskingKey) must be of type ?string, stdClass given
TypeError: Ratchet\RFC6455\Messaging\Frame::applyMask(): Argument #1 ($maskingKey) must be of type string, stdClass given
TypeError: Ratchet\RFC6455\Messaging\Frame::applyMask(): Argument #2 ($payload) must be of type ?string, stdClass given
DomainException: no text
DomainException: no text
DomainException: no text
-- missing
ArgumentCountError: Ratchet\RFC6455\Messaging\Frame::addBuffer() expects exactly 1 argument, 0 given
ArgumentCountError: Ratchet\RFC6455\Messaging\Frame::applyMask() expects at least 1 argument, 0 given
