<?php
/* SPDX-License-Identifier: MIT
 *
 * A session of Symfony behind a cookie, through a handler of one's own.
 *
 * @needs vendor
 */
use Ratchet\ConnectionInterface;

class Memory implements SessionHandlerInterface
{
    public $data = ['abc' => '_sf2_attributes|a:2:{s:4:"user";s:4:"anna";s:6:"visits";i:3;}'];

    public function open($path, $name): bool
    {
        return true;
    }

    public function close(): bool
    {
        return true;
    }

    #[ReturnTypeWillChange]
    public function read($id)
    {
        echo 'read ', json_encode($id), "\n";
        return $this->data[$id] ?? '';
    }

    public function write($id, $data): bool
    {
        echo 'write ', json_encode($id), " $data\n";
        $this->data[$id] = $data;
        return true;
    }

    public function destroy($id): bool
    {
        return true;
    }

    #[ReturnTypeWillChange]
    public function gc($max)
    {
        return 0;
    }
}

class Hello implements Ratchet\MessageComponentInterface
{
    public function onOpen(ConnectionInterface $conn)
    {
        $conn->send('hello ' . $conn->Session->get('user', 'stranger'));
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        if (str_starts_with($msg, 'set ')) {
            $from->Session->set('said', substr($msg, 4));
            $from->Session->save();
        }
        $from->send(json_encode($from->Session->all()));
    }

    public function onClose(ConnectionInterface $conn)
    {
        echo 'closed ', $conn->Session->getName(), ' ', $conn->Session->getId(), "\n";
    }

    public function onError(ConnectionInterface $conn, \Exception $e)
    {
        echo 'error ', $e->getMessage(), "\n";
    }
}

$session = new Ratchet\Session\SessionProvider(new Ratchet\WebSocket\WsServer(new Hello), new Memory, ['name' => 'SID']);
$server = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer($session), 0, '127.0.0.1');
echo ini_get('session.use_cookies'), ' ', ini_get('session.name'), "\n";
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
