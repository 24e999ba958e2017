import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet: not this machine, not its network, not an
 * address that stands for one of these (mapped, 6to4, NAT64, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  // `process` takes an IPv4 address out of the IPv6 one that it is mapped to.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
