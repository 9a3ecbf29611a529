<?php
// SPDX-License-Identifier: MIT
//
// What the chat of chat.php remembers, in SQLite by PDO: who has which name, and what was said.

final class ChatStore
{
    private PDO $db;

    public function __construct(string $file)
    {
        $this->db = new PDO("sqlite:$file", options: [PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC]);
        $this->db->exec(<<<'SQL'
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL; -- a message does not wait for the disk
            CREATE TABLE IF NOT EXISTS people (name TEXT PRIMARY KEY COLLATE NOCASE, token TEXT);
            CREATE TABLE IF NOT EXISTS messages
                (id INTEGER PRIMARY KEY, time INTEGER, sender TEXT, recipient TEXT, text TEXT);
            SQL);
    }

    /** The name as its owner writes it; a DomainException if nobody has it. */
    public function find(string $name): string
    {
        $found = $this->query('SELECT name FROM people WHERE name = ?', $name)->fetchColumn();
        return is_string($found) ? $found : throw new DomainException("There is no $name.");
    }

    /**
     * Gives a new name away, or lets its owner have it again, and returns name and token. The
     * token proves who the owner is; only its hash is kept.
     *
     * @return array{name: string, token: string}
     * @throws DomainException if it is no name, or somebody else's
     */
    public function claim(string $name, string $token): array
    {
        if (!preg_match('/^\p{L}[\p{L}\p{N}_-]{0,19}$/Du', $name)) {
            throw new DomainException('A name is a letter and up to 19 letters or digits.');
        }
        $owned = $this->query('SELECT * FROM people WHERE name = ?', $name)->fetch();
        if (!$owned) {
            $token = bin2hex(random_bytes(16));
            $this->query('INSERT INTO people VALUES (?, ?)', $name, hash('sha256', $token));
        } elseif (!hash_equals($owned['token'], hash('sha256', $token))) {
            throw new DomainException("The name {$owned['name']} is taken.");
        }
        return ['name' => $owned['name'] ?? $name, 'token' => $token];
    }

    /** Keeps a message, which is for everybody if there is no recipient, and returns it with number and time. */
    public function add(string $sender, ?string $recipient, string $text): array
    {
        $text !== '' || throw new DomainException('There is nothing in this message.');
        $message = ['time' => time(), 'sender' => $sender, 'recipient' => $recipient, 'text' => $text];
        $this->query('INSERT INTO messages VALUES (NULL, ?, ?, ?, ?)', ...array_values($message));
        return ['id' => (int) $this->db->lastInsertId()] + $message;
    }

    /** The last messages behind that number that are for everybody, or to or from this person; the oldest first. */
    public function since(int $id, string $name, int $limit = 200): array
    {
        return array_reverse($this->query(<<<'SQL'
            SELECT * FROM messages WHERE id > ? AND (recipient IS NULL OR ? IN (sender, recipient))
            ORDER BY id DESC LIMIT ?
            SQL, $id, $name, $limit)->fetchAll());
    }

    private function query(string $sql, string|int|null ...$values): PDOStatement
    {
        $statement = $this->db->prepare($sql);
        $statement->execute($values);
        return $statement;
    }
}
